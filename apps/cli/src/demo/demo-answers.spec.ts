import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TARGET_RULE, isTarget, type Questionnaire } from '#survey-model';
import { readFileSync } from 'node:fs';
import { dataFile } from '../installation.js';
import {
  bureauMoods,
  demoRespondents,
  inventedMeans,
  laterMoods,
  publishedMeans,
  type DemoRespondent,
} from './demo-answers.js';
import { demoCity, DEMO_TARGET } from './demo-city.js';
import { reorganisedCity } from './reorganised-city.js';

const questionnaire = JSON.parse(
  readFileSync(dataFile('questionnaires/staff-survey-2024.json'), 'utf8'),
) as Questionnaire;
const reference = JSON.parse(readFileSync('test/golden/reference/engagement-2024.json', 'utf8')) as {
  readonly items: readonly { readonly publishedMean: number }[];
};

const city = demoCity();
const later = reorganisedCity(city);
const moods = bureauMoods(city);
const first = demoRespondents(city, publishedMeans(), questionnaire, moods);
const second = demoRespondents(later, inventedMeans(), questionnaire, laterMoods(later, moods));

/** Half up in whole numbers, so that no binary fraction can tip a tie. */
function shownMean(respondents: readonly DemoRespondent[], code: string): string {
  const values = respondents.map(({ answers }) => answers[code]).filter((answer) => typeof answer === 'number');
  const sum = values.reduce((total, value) => total + value, 0);
  const hundredths = Math.floor((200 * sum + values.length) / (2 * values.length));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

describe('the answers of the demo', () => {
  it('of the first wave: 636 of 2,041, whose item means show as published', () => {
    const target = city.staff.filter((person) => isTarget({ ...person, status: 'active' }, DEFAULT_TARGET_RULE));
    expect([first.length, target.length]).toEqual([636, DEMO_TARGET]);
    expect(DEMO_TARGET).toBe(2041);
    reference.items.forEach(({ publishedMean }, at) =>
      expect([at, shownMean(first, `q${at + 1}`)]).toEqual([at, publishedMean.toFixed(2)]),
    );
  });

  it('of the second wave: people of the later city, once each, with other means', () => {
    expect(second).toHaveLength(inventedMeans().answered);
    const serving = new Set(later.staff);
    expect(second.every(({ person }) => serving.has(person))).toBe(true);
    expect(new Set(second.map(({ person }) => person.staffNumber)).size).toBe(second.length);
    for (const [code, mean] of Object.entries(inventedMeans().means)) expect(shownMean(second, code)).toBe(mean);
    const change = (code: string): number => Number(inventedMeans().means[code]) - Number(publishedMeans().means[code]);
    expect(change('q12')).toBeGreaterThan(0.2);
    expect(change('q4')).toBeLessThan(-0.1);
    const steady = Object.keys(inventedMeans().means).filter((code) => Math.abs(change(code)) < 0.04);
    expect(steady.length).toBeGreaterThanOrEqual(8);
  });
});

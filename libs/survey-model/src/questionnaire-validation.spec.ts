import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { questionsOf, scoredItems, withOrganisation, type Questionnaire } from './questionnaire.js';
import { validateQuestionnaire } from './questionnaire-validation.js';

interface Published {
  readonly items: readonly { readonly text: string }[];
  readonly categories: readonly { readonly key: string; readonly name: string; readonly items: readonly number[] }[];
}

interface PublishedSections {
  readonly sections: readonly { readonly title: string }[];
  readonly publishedQuestions: readonly { readonly text: string }[];
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
}

const shipped = (name: string): unknown => read(`../data/questionnaires/${name}.json`);
const published = read<Published>('../../../test/golden/reference/engagement-2024.json');

function accepted(value: unknown): Questionnaire {
  const result = validateQuestionnaire(value);
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.questionnaire;
}

function pathsOf(value: unknown): string[] {
  const result = validateQuestionnaire(value);
  return 'errors' in result ? result.errors.map(({ path }) => path) : [];
}

/** The shipped questionnaire with the value at a path such as "sections.0.title" replaced, or taken out by undefined. */
function withValue(path: string, value: unknown): unknown {
  const copy = shipped('staff-survey-2024');
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((at, key) => (at as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

describe('the shipped questionnaires', () => {
  it.each(['engagement-13', 'staff-survey-2024'])(
    '%s gives the published wording, categories and bands back',
    (name) => {
      const questionnaire = withOrganisation(accepted(shipped(name)), '青森市');
      expect(scoredItems(questionnaire).map(({ text }) => text)).toEqual(published.items.map(({ text }) => text));
      expect(questionnaire.scoring.categories).toEqual(
        published.categories.map(({ key, name: label, items }) => ({
          key,
          name: label,
          items: items.map((number) => `q${number}`),
        })),
      );
      expect(questionnaire.scoring.bands).toEqual({ high: 3.8, norm: 3.6, low: 3.2 });
      expect(questionnaire.attribution).toContain('青森市');
      expect(
        scoredItems(questionnaire).every(
          ({ scale }) => scale.min === 1 && scale.max === 5 && scale.labels?.length === 5,
        ),
      ).toBe(true);
    },
  );

  it('names no city but in the attribution', () => {
    for (const name of ['engagement-13', 'staff-survey-2024']) {
      const { attribution, ...rest } = accepted(shipped(name));
      expect([attribution, JSON.stringify(rest)]).toEqual([
        expect.stringContaining('青森'),
        expect.not.stringContaining('青森'),
      ]);
    }
  });

  it('asks the two published questions in the sections they stand in', () => {
    const reference = read<PublishedSections>('../../../test/golden/reference/questionnaire-sections.json');
    const questionnaire = accepted(shipped('staff-survey-2024'));
    const texts = questionsOf(questionnaire).map(({ text }) => text);
    for (const { text } of reference.publishedQuestions) expect(texts).toContain(text);
    const titles = reference.sections.map(({ title }) => title);
    for (const { title } of questionnaire.sections) expect(titles).toContain(title);
  });
});

describe('validateQuestionnaire', () => {
  it.each<[string, string, string, unknown]>([
    ['an unknown field', 'sections[0].subtitle', 'sections.0.subtitle', 'x'],
    ['a missing field', 'scoring', 'scoring', undefined],
    ['a blank title', 'title', 'title', '\u3000'],
    ['a bad key', 'key', 'key', '職員'],
    ['a code that objects have anyway', 'sections[3].questions[0].code', 'sections.3.questions.0.code', 'constructor'],
    ['a code used twice', 'sections[1].questions[0].code', 'sections.1.questions.0.code', 'q1'],
    ['a section key used twice', 'sections[1].key', 'sections.1.key', 'engagement'],
    ['another placeholder', 'sections[0].questions[7].text', 'sections.0.questions.7.text', '{organization}の目的'],
    ['an unknown type', 'sections[0].questions[0].type', 'sections.0.questions.0.type', 'rating'],
    ['a scale upside down', 'sections[0].questions[12].scale', 'sections.0.questions.12.scale', { min: 5, max: 1 }],
    [
      'too few labels',
      'sections[0].questions[0].scale.labels',
      'sections.0.questions.0.scale.labels',
      ['いいえ', 'はい'],
    ],
    ['no options', 'sections[2].questions[0].options', 'sections.2.questions.0.options', []],
    [
      'an option twice',
      'sections[2].questions[0].options[1].text',
      'sections.2.questions.0.options.1.text',
      '日々の仕事の経験',
    ],
    ['an option key twice', 'sections[2].questions[0].options[1].key', 'sections.2.questions.0.options.1.key', 'o1'],
    ['more choices than options', 'sections[1].questions[0].maxChoices', 'sections.1.questions.0.maxChoices', 11],
    ['a comment without length', 'sections[3].questions[0].maxLength', 'sections.3.questions.0.maxLength', 0],
    ['bands out of order', 'scoring.bands', 'scoring.bands', { high: 3.2, norm: 3.6, low: 3.8 }],
    ['bands beyond the scale', 'scoring.bands', 'scoring.bands', { high: 6, norm: 3.6, low: 3.2 }],
    ['a band with an exponent', 'scoring.bands.low', 'scoring.bands.low', 1e-7],
    ['an outcome that is not scored', 'scoring.outcomes[0]', 'scoring.outcomes', ['q26']],
    ['an outcome named twice', 'scoring.outcomes[1]', 'scoring.outcomes', ['q13', 'q13']],
    ['a choice question as an item', 'scoring.items[13]', 'scoring.items.13', 'q26'],
    ['an unknown item in a category', 'scoring.categories[4].items[1]', 'scoring.categories.4.items.1', 'q99'],
    ['items of two scales', 'scoring.items[1]', 'sections.0.questions.1.scale', { min: 1, max: 4 }],
  ])('refuses %s', (_, path, at, value) => {
    expect(pathsOf(withValue(at, value))).toEqual([path]);
  });

  it('takes a questionnaire without bands, categories and labels, on another scale', () => {
    const questions = [1, 2].map((number) => ({
      code: `a-${number}`,
      type: 'scale',
      text: '問い',
      scale: { min: 0, max: 10 },
    }));
    const sections = [{ key: 's', title: '調査', questions }];
    const plain = {
      key: 'plain',
      title: '調査',
      sections,
      scoring: { items: ['a-1', 'a-2'], categories: [], bands: null },
    };
    expect(accepted(plain)).toEqual(plain);
  });

  it('refuses 201 questions in all', () => {
    const questionsFrom = (from: number, count: number): object[] =>
      Array.from({ length: count }, (__, index) => ({
        code: `c${from + index}`,
        type: 'free-text',
        text: '問い',
        maxLength: 10,
      }));
    const first = { key: 'more', title: '追加', questions: questionsFrom(0, 186) };
    expect(pathsOf(withValue('sections.4', first))).toEqual(['sections']);
    expect(pathsOf(withValue('sections.4', { ...first, questions: questionsFrom(0, 184) }))).toEqual([]);
  });

  it('reports everything at once, in Japanese and English', () => {
    const result = validateQuestionnaire({
      key: '',
      title: 1,
      sections: [{}],
      scoring: { items: [], categories: {}, bands: 'high' },
    });
    if (!('errors' in result)) throw new Error('accepted');
    const reported = result.errors.map(({ path }) => path);
    for (const path of [
      'key',
      'title',
      'sections[0].key',
      'sections[0].questions',
      'scoring.items',
      'scoring.categories',
      'scoring.bands',
    ]) {
      expect(reported).toContain(path);
    }
    expect(result.errors.every(({ ja, en }) => /[ぁ-ん]/.test(ja) && /^[\x20-\x7e]+$/.test(en))).toBe(true);
  });

  it.each([null, undefined, 1, 'text', [], new Map()])('refuses %p', (value) => {
    expect(pathsOf(value).length).toBeGreaterThan(0);
  });
});

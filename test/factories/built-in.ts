import { readFileSync } from 'node:fs';
import type { Questionnaire } from '#survey-model';

/** A questionnaire that the product brings along. */
export function readQuestionnaire(name: 'engagement-13' | 'staff-survey-2024'): Questionnaire {
  return JSON.parse(readFileSync(`libs/survey-model/data/questionnaires/${name}.json`, 'utf8')) as Questionnaire;
}

import type { Questionnaire } from './questionnaire.js';
import { inspectQuestion, type ScalesByCode } from './question-validation.js';
import { QuestionnaireInspection, type QuestionnaireError } from './questionnaire-inspection.js';
import { inspectScoring } from './scoring-validation.js';

export type QuestionnaireValidation =
  { readonly questionnaire: Questionnaire } | { readonly errors: readonly QuestionnaireError[] };

/** A survey of more is not answered in ten minutes, and its sealed ballot would outgrow the fixed size. */
export const MAX_QUESTIONS = 200;

/**
 * Checks a value that claims to be a questionnaire, such as the content of a JSON file. Strict: unknown fields are errors, because
 * a misspelt optional field would otherwise be dropped without a word. All errors are returned at once, in the order of the file.
 */
export function validateQuestionnaire(value: unknown): QuestionnaireValidation {
  const inspection = new QuestionnaireInspection();
  const fields = inspection.object(value, '', ['key', 'title', 'sections', 'scoring'], ['attribution']);
  if (fields) {
    inspection.id(fields['key'], 'key', new Set());
    inspection.text(fields['title'], 'title', 200);
    inspection.text(fields['attribution'], 'attribution', 1000);
    const scales = inspectSections(inspection, fields['sections']);
    if (fields['scoring'] !== undefined) inspectScoring(inspection, fields['scoring'], scales);
  }
  // Every field has been checked and none is unknown, so the value is what it claims to be.
  return inspection.errors.length > 0 ? { errors: inspection.errors } : { questionnaire: value as Questionnaire };
}

function inspectSections(inspection: QuestionnaireInspection, value: unknown): ScalesByCode {
  const scales: ScalesByCode = new Map();
  const [sectionKeys, codes] = [new Set<string>(), new Set<string>()];
  let count = 0;
  inspection.list(value, 'sections', 1, 50)?.forEach((entry, index) => {
    const path = `sections[${index}]`;
    const section = inspection.object(entry, path, ['key', 'title', 'questions'], ['note']);
    inspection.id(section?.['key'], `${path}.key`, sectionKeys);
    inspection.text(section?.['title'], `${path}.title`, 200);
    inspection.text(section?.['note'], `${path}.note`, 1000);
    const questions = inspection.list(section?.['questions'], `${path}.questions`, 1, MAX_QUESTIONS) ?? [];
    questions.forEach((question, at) =>
      inspectQuestion(inspection, question, `${path}.questions[${at}]`, codes, scales),
    );
    count += questions.length;
  });
  if (count > MAX_QUESTIONS) {
    inspection.report(
      'sections',
      `設問は合わせて ${MAX_QUESTIONS} 問までです。`,
      `At most ${MAX_QUESTIONS} questions are allowed in all.`,
    );
  }
  return scales;
}

import type { Scale } from './questionnaire.js';
import type { Fields, QuestionnaireInspection } from './questionnaire-inspection.js';

/**
 * What scoring needs to know of the questions that were read: the scale of each scale question, null for other questions, undefined
 * where the question itself is wrong and has been reported.
 */
export type ScalesByCode = Map<string, Scale | null | undefined>;

const MAX_TEXT = 1000;
const KEYS = {
  scale: [['scale'], []],
  'single-choice': [['options'], []],
  'multiple-choice': [['options'], ['maxChoices']],
  'free-text': [['maxLength'], []],
} as const;
type QuestionType = keyof typeof KEYS;

/** Checks one question and enters it into `scales` under its code. */
export function inspectQuestion(
  inspection: QuestionnaireInspection,
  value: unknown,
  path: string,
  codes: Set<string>,
  scales: ScalesByCode,
): void {
  const type = questionType(value);
  if (type === undefined) {
    const fields = inspection.object(
      value,
      path,
      ['code', 'type', 'text'],
      ['scale', 'options', 'maxChoices', 'maxLength'],
    );
    const code = inspection.id(fields?.['code'], `${path}.code`, codes);
    if (code !== undefined) scales.set(code, undefined);
    const kinds = Object.keys(KEYS).join(', ');
    inspection.report(
      `${path}.type`,
      `設問の種類は ${kinds} のどれかです。`,
      `The type of a question is one of ${kinds}.`,
    );
    return;
  }
  const [required, optional] = KEYS[type];
  const question = inspection.object(value, path, ['code', 'type', 'text', ...required], optional);
  if (!question) return;
  const code = inspection.id(question['code'], `${path}.code`, codes);
  inspection.text(question['text'], `${path}.text`, MAX_TEXT);
  const scale = type === 'scale' ? inspectScale(inspection, question['scale'], `${path}.scale`) : null;
  if (type === 'single-choice' || type === 'multiple-choice') inspectOptions(inspection, question, path);
  if (type === 'free-text') inspection.integer(question['maxLength'], `${path}.maxLength`, 1, 4000);
  if (code !== undefined) scales.set(code, scale);
}

function questionType(value: unknown): QuestionType | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const type = (value as Fields)['type'];
  return typeof type === 'string' && Object.hasOwn(KEYS, type) ? (type as QuestionType) : undefined;
}

function inspectScale(inspection: QuestionnaireInspection, value: unknown, path: string): Scale | undefined {
  if (value === undefined) return undefined;
  const scale = inspection.object(value, path, ['min', 'max'], ['labels']);
  if (!scale) return undefined;
  const min = inspection.integer(scale['min'], `${path}.min`, 0, 10);
  const max = inspection.integer(scale['max'], `${path}.max`, 1, 10);
  if (min === undefined || max === undefined) return undefined;
  if (min >= max) return inspection.report(path, 'min は max より小さくしてください。', 'min must be below max.');
  const steps = max - min + 1;
  const labels = inspection.list(scale['labels'], `${path}.labels`, steps, steps);
  labels?.forEach((label, index) => inspection.text(label, `${path}.labels[${index}]`, 100));
  return { min, max };
}

function inspectOptions(inspection: QuestionnaireInspection, question: Fields, path: string): void {
  const options = inspection.list(question['options'], `${path}.options`, 2, 50);
  if (!options) return;
  const [keys, texts] = [new Set<string>(), new Set<string>()];
  options.forEach((value, index) => {
    const at = `${path}.options[${index}]`;
    const option = inspection.object(value, at, ['key', 'text']);
    inspection.id(option?.['key'], `${at}.key`, keys);
    const text = inspection.text(option?.['text'], `${at}.text`, 300);
    if (text !== undefined && texts.has(text)) {
      inspection.report(`${at}.text`, `選択肢「${text}」が重複しています。`, `The option "${text}" occurs twice.`);
    }
    if (text !== undefined) texts.add(text);
  });
  inspection.integer(question['maxChoices'], `${path}.maxChoices`, 1, options.length);
}

import {
  ATTRIBUTE_KEYS,
  WITHHELD,
  questionsOf,
  type Answer,
  type AttributeKey,
  type BallotContent,
  type SurveyForm,
} from '#survey-model';
import { checkAnswer } from './check-answer.js';

/** What is wrong with one part of a ballot. Quotes nothing of what the person wrote. */
export interface BallotFault {
  /** For example "answers.q3" or "attributes.position". */
  readonly field: string;
  readonly ja: string;
  readonly en: string;
}

/** Either the content, tidied and safe to count, or every reason why it is not. */
export type BallotCheck =
  | { readonly content: BallotContent; readonly faults: readonly [] }
  | { readonly content: null; readonly faults: readonly BallotFault[] };

/** The parts of a form against which answers are checked. */
export type BallotForm = Pick<SurveyForm, 'surveyId' | 'questionnaire' | 'attributes'>;

/**
 * Checks one person's answers against the survey: unknown question, option or attribute value, wrong type, too many choices, too
 * long a text, anything beside what a ballot holds. The page calls it before sending, the tally after opening.
 *
 * A blank (empty text, no box ticked) is left out of the result; null (答えない) stays null. Control characters are removed from
 * texts, and line ends become "\n".
 */
export function validateBallotContent(content: unknown, form: BallotForm): BallotCheck {
  if (!isRecord(content))
    return { content: null, faults: [fault('', '回答の形式が正しくありません', 'is not a ballot')] };
  const faults: BallotFault[] = [];
  for (const key of Object.keys(content)) {
    if (key !== 'surveyId' && key !== 'attributes' && key !== 'answers')
      faults.push(fault(label(key), '余分な項目です', 'is not part of a ballot'));
  }
  if (content['surveyId'] !== form.surveyId)
    faults.push(fault('surveyId', '別の調査の回答です', 'belongs to another survey'));
  const attributes = checkAttributes(content['attributes'], form, faults);
  const answers = checkAnswers(content['answers'], form, faults);
  if (faults.length > 0) return { content: null, faults };
  return { content: { surveyId: form.surveyId, attributes, answers }, faults: [] };
}

function checkAttributes(declared: unknown, form: BallotForm, faults: BallotFault[]): BallotContent['attributes'] {
  if (!isRecord(declared)) {
    faults.push(fault('attributes', '属性の形式が正しくありません', 'must be an object'));
    return {};
  }
  const kept: Partial<Record<AttributeKey, string>> = {};
  for (const [key, value] of Object.entries(declared)) {
    const name = ATTRIBUTE_KEYS.find((known) => known === key);
    const definition = form.attributes.find((attribute) => attribute.key === key);
    const known = value === WITHHELD || definition?.values.some((choice) => choice.key === value);
    if (!name || !definition)
      faults.push(fault(`attributes.${label(key)}`, 'この調査にない属性です', 'is not an attribute of this survey'));
    else if (!known) faults.push(fault(`attributes.${key}`, '選択肢にない値です', 'is not one of the values offered'));
    else kept[name] = String(value);
  }
  return kept;
}

function checkAnswers(given: unknown, form: BallotForm, faults: BallotFault[]): BallotContent['answers'] {
  if (!isRecord(given)) {
    faults.push(fault('answers', '回答の形式が正しくありません', 'must be an object'));
    return {};
  }
  const questions = new Map(questionsOf(form.questionnaire).map((question) => [question.code, question]));
  const kept: [string, Answer][] = [];
  for (const [code, value] of Object.entries(given)) {
    const question = questions.get(code);
    if (!question) {
      faults.push(fault(`answers.${label(code)}`, 'この調査にない設問です', 'is not a question of this survey'));
      continue;
    }
    const checked = checkAnswer(question, value);
    if ('ja' in checked) faults.push(fault(`answers.${code}`, checked.ja, checked.en));
    else if (checked.answer !== undefined) kept.push([code, checked.answer]);
  }
  return Object.fromEntries(kept);
}

/** A name that is not ours may be text a person typed: it is shown only when it looks like a code. */
function label(key: string): string {
  return /^[\w-]{1,40}$/.test(key) ? key : '?';
}

function fault(field: string, ja: string, en: string): BallotFault {
  return { field, ja, en };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

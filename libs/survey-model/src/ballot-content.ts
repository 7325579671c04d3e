import type { AttributeDefinition, DeclaredAttributes } from './attribute.js';
import type { Questionnaire } from './questionnaire.js';

/** Scale: the option's number. Single choice: the option's key. Multiple choice: keys. Free text: the text. null: 答えない. */
export type Answer = number | string | readonly string[] | null;

/** What one person says: the plain text inside a sealed ballot. Holds nothing that names a person. */
export interface BallotContent {
  readonly surveyId: string;
  readonly attributes: DeclaredAttributes;
  /** By question code; a missing code is a blank. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** What the collector publishes so that a browser can show the survey without being known. */
export interface SurveyForm {
  readonly surveyId: string;
  readonly title: string;
  readonly organisation: string;
  readonly fiscalYear: number;
  /** Period announced to staff, "YYYY-MM-DD". */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly minGroup: number;
  readonly questionnaire: Questionnaire;
  readonly attributes: readonly AttributeDefinition[];
}

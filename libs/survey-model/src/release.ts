import type { AttributeDefinition } from './attribute.js';
import type { Questionnaire } from './questionnaire.js';
import type { ReleasedScore } from './released-score.js';

/** 公表版: an immutable, disclosure-controlled set of scores with all that is needed to read it. */
export interface Release {
  readonly surveyId: string;
  readonly version: number;
  readonly title: string;
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Staff in the roster snapshot. */
  readonly invited: number;
  /** Ballots opened: the official number of answers. */
  readonly answered: number;
  readonly minGroup: number;
  readonly detailMinGroup: number;
  /** When it was released, ISO 8601. */
  readonly releasedAt: string;
  /** `{organisation}` already filled in. */
  readonly questionnaire: Questionnaire;
  readonly attributes: readonly AttributeDefinition[];
  readonly scores: readonly ReleasedScore[];
}

/** From this many answers an item also shows distribution, favourable share, standard deviation and interval (DESIGN.md section 5). */
export const DETAIL_MIN_GROUP = 10;
export const DEFAULT_MIN_GROUP = 5;

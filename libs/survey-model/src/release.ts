import type { AttributeDefinition } from './attribute.js';
import type { Questionnaire } from './questionnaire.js';
import type { ReleasedScore } from './released-score.js';
import type { TableSpec } from './scored-cell.js';

/** 公表版: an immutable, disclosure-controlled set of scores with all that is needed to read it. */
export interface Release {
  readonly surveyId: string;
  /** The newest; `scores` are those of all versions up to it, each cell once. */
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
  /** The tables that the versions are made of, in the order in which they came. */
  readonly tables: readonly TableSpec[];
  readonly scores: readonly ReleasedScore[];
}

/** From this many answers an item also shows distribution, favourable share, standard deviation and interval (DESIGN.md section 5). */
export const DETAIL_MIN_GROUP = 10;
export const DEFAULT_MIN_GROUP = 5;

/** waiting 判定待ち, released 公表, refused 公表できない. */
export const TABLE_REQUEST_STATES = ['waiting', 'released', 'refused'] as const;
export type TableRequestState = (typeof TABLE_REQUEST_STATES)[number];

/** A further table crosses at most so many attributes. */
export const MOST_CROSSED_ATTRIBUTES = 3;

import type { CellKey } from './scored-cell.js';
import type { Rational } from './rational.js';

/** published 公表, primary 一次秘匿 (too few answered), secondary 二次秘匿 (could be had by subtraction). */
export type CellStatus = 'published' | 'primary' | 'secondary';

/** One item as it may be shown. An item that may not be shown is absent from its cell. */
export interface ReleasedItem {
  readonly item: string;
  readonly n: number;
  readonly sum: number;
  /** Counts by option from scale.min up; absent where the group is too small for a distribution. */
  readonly counts?: readonly number[];
}

export interface ReleasedChoice {
  readonly question: string;
  readonly n: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface ReleasedScoreFields {
  readonly table: readonly string[];
  readonly key: CellKey;
  readonly status: CellStatus;
  /** Respondents; null when suppressed. */
  readonly n: number | null;
  readonly items: readonly ReleasedItem[];
  /** Category -> exact mean; only where every item of the category may be shown. */
  readonly categories: Readonly<Record<string, Rational>>;
  /** null when suppressed or when one of the items may not be shown. */
  readonly overall: Rational | null;
  readonly choices: readonly ReleasedChoice[];
}

declare const released: unique symbol;

/**
 * A score that has passed disclosure control. The brand is minted in exactly two places (an architecture test counts them):
 * the entry `protect` of libs/disclosure and the release repository of libs/database that reads released rows back.
 * Reports and result pages accept nothing else, so an unreleased number does not compile into them.
 */
export type ReleasedScore = ReleasedScoreFields & { readonly [released]: true };

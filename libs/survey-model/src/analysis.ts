import type { ReleasedItem } from './released-score.js';
import type { CellKey } from './scored-cell.js';
import type { Rational } from './rational.js';

/** What statistics add to a release. Everything but `WholeStatistics` is computed from released scores alone. */
export interface ReleaseAnalysis {
  /** null where too few people answered every item. */
  readonly whole: WholeStatistics | null;
  readonly cells: readonly CellAnalysis[];
  /** Earlier surveys with the same scored items, the latest first, in terms of this survey's departments. */
  readonly waves: readonly EarlierWave[];
}

/** Bounds of a 95% interval, in points of the scale, or as a share from 0 to 1. Not rounded. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** "unclear" 明確な差なし: not significant at 5% after adjustment for all comparisons of its kind. */
export type Direction = 'higher' | 'lower' | 'unclear';

/** One mean against another. */
export interface Difference {
  /** In points of the scale. Not rounded. */
  readonly difference: number;
  /** Two-sided, by Welch's t test. */
  readonly p: number;
  /** By Benjamini and Hochberg over all comparisons of its kind in the release. */
  readonly adjustedP: number;
  readonly direction: Direction;
}

/** What is known of one mean besides itself. Parts that the group is too small for are left out. */
export interface FigureAnalysis {
  readonly interval?: Bounds;
  /** Standard deviation of the answers; items only. */
  readonly deviation?: number;
  /** Of the favourable share; items only. */
  readonly favourable?: Bounds;
  /** Against everybody else in the survey. */
  readonly rest?: Difference;
  /** Against the same unit in the survey before. */
  readonly previous?: Difference;
  /** 縮約推定値: the mean of a small group, drawn towards that of its peers as far as its own answers may be chance. */
  readonly estimate?: number;
}

export interface CellAnalysis {
  readonly key: CellKey;
  /** Staff of the roster snapshot with these values; null where the key has a value that the roster does not know (答えない). */
  readonly population: number | null;
  readonly overall: FigureAnalysis;
  readonly categories: Readonly<Record<string, FigureAnalysis>>;
  readonly items: Readonly<Record<string, FigureAnalysis>>;
}

/** shown; hidden 秘匿; not-comparable 比較不可 (under half of the staff in common); none: there was no such unit. */
export type EarlierStatus = 'shown' | 'hidden' | 'not-comparable' | 'none';

/** What an earlier survey released of the people who make a cell of this one: sums of released scores, nothing else. */
export interface EarlierCell {
  readonly key: CellKey;
  readonly status: EarlierStatus;
  readonly n: number | null;
  readonly items: readonly ReleasedItem[];
  readonly categories: Readonly<Record<string, Rational>>;
  readonly overall: Rational | null;
}

export interface EarlierWave {
  readonly surveyId: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly answered: number;
  readonly invited: number;
  readonly detailMinGroup: number;
  readonly cells: readonly EarlierCell[];
}

/** Statistics that are not sums over groups: for the whole organisation only (DESIGN.md section 7, rule 6). */
export interface WholeStatistics {
  /** How many answered every scored item. */
  readonly completeCases: number;
  /** Of the scored items among those; rows and columns in the order of `scoring.items`. null where an item does not vary. */
  readonly correlations: readonly (readonly number[])[] | null;
  readonly weighted: WeightedMeans | null;
  readonly reliability: readonly Reliability[];
  readonly drivers: readonly Drivers[];
}

/** Means after raking respondents to the roster; see docs/methods.md. */
export interface WeightedMeans {
  readonly overall: number | null;
  readonly categories: Readonly<Record<string, number>>;
  readonly items: Readonly<Record<string, number>>;
  /** Kish: 1 + cv² of the weights. */
  readonly designEffect: number;
  readonly effectiveN: number;
  readonly converged: boolean;
  /** Attributes whose margins were matched. */
  readonly margins: readonly string[];
  /** Values that were taken together because too few had them. */
  readonly collapsed: readonly { readonly margin: string; readonly values: readonly string[] }[];
}

/** Internal consistency of a set of items. */
export interface Reliability {
  /** A category's key; "" for all scored items. */
  readonly category: string;
  readonly items: readonly string[];
  readonly alpha: number | null;
  readonly omega: number | null;
}

/** 関連要因: how the variation of an outcome goes with that of the items. Association, never cause. */
export interface Drivers {
  /** An item's code; "" for the overall score. */
  readonly outcome: string;
  /** Explained share of the outcome's variance, 0 to 1. */
  readonly r2: number;
  /** Shapley (LMG) shares; they add up to r2. */
  readonly shares: readonly { readonly item: string; readonly share: number; readonly correlation: number }[];
}

import { readFileSync } from 'node:fs';

const FOLDER = 'test/golden/reference/cases/stats';

interface TestFigures {
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly ci: readonly [number, number];
  readonly means: readonly [number, number];
}

interface RankFigures {
  readonly W: number;
  readonly p: number;
}

/** Figures of R 4.2.2 `t.test` and `wilcox.test`. */
export interface ReferenceTests {
  readonly sleep: { readonly x: number[]; readonly y: number[]; readonly welch: TestFigures };
  readonly airquality_may_aug: {
    readonly x: number[];
    readonly y: number[];
    readonly wilcox_cc: RankFigures;
    readonly wilcox_nocc: RankFigures;
  };
  readonly likert: {
    readonly xCounts: number[];
    readonly yCounts: number[];
    readonly welch: TestFigures;
    readonly wilcox_cc: RankFigures;
    readonly wilcox_nocc: RankFigures;
    readonly prob_superiority_x_gt_y: number;
  };
}

/** Figures of R `p.adjust`. */
export interface ReferenceAdjustment {
  readonly p: number[];
  readonly BH: number[];
  readonly rejected_BH_05: number;
  readonly withNA: { readonly p: (number | null)[]; readonly BH_n3: (number | null)[] };
}

/** Figures of R psych 2.2.9 and `factanal`. */
export interface ReferenceReliability {
  readonly attitude: {
    readonly raw_alpha: number;
    readonly std_alpha: number;
    readonly alpha_if_dropped: number[];
    readonly r_drop: number[];
    readonly omega_ml_factanal: number;
    readonly loadings_ml: number[];
  };
  readonly bfi_agree: { readonly omega_factanal: number; readonly loadings_factanal: number[] };
}

const readCase = <T>(name: string): T => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as T;

export const referenceTests = (): ReferenceTests => readCase('tests.json');
export const referenceAdjustment = (): ReferenceAdjustment => readCase('bh.json');
export const referenceReliability = (): ReferenceReliability => readCase('reliability.json');

/** R `datasets::attitude`, 30 rows of 7 whole numbers (Chatterjee & Price 1977). */
export function attitudeRows(): number[][] {
  const [, ...lines] = readFileSync(`${FOLDER}/attitude.csv`, 'utf8').trim().split('\n');
  return lines.map((line) => line.split(',').map(Number));
}

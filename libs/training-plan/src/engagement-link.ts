import {
  formatDecimal,
  formatHalfUp,
  rational,
  rationalFromDecimal,
  toNumber,
  type EngagementLink,
} from '#survey-model';
import { rankCorrelation } from './rank-correlation.js';

export interface EngagementLinkInput {
  readonly surveyId: string;
  readonly programmeKey: string;
  readonly measure: string;
  /** Departments with a released figure. */
  readonly departments: readonly {
    readonly departmentCode: string;
    /** Promoters who serve in it. */
    readonly active: number;
    /** Eligible staff. */
    readonly headcount: number;
    /** The released mean, a decimal such as "3.25". */
    readonly mean: string;
  }[];
}

/** Under so many departments no correlation is given. */
const LEAST_DEPARTMENTS = 5;

/**
 * Promoters per 100 staff beside released means, and Spearman's rank correlation of the two over departments. It says whether departments
 * with more promoters tend to have higher means, never why; with few departments chance alone makes large values. Ranks are those of the
 * exact densities and of the means as released. Departments without eligible staff have no density and are left out.
 * @returns correlation null under 5 departments, or where all densities or all means are equal
 * @throws RangeError when a mean is no decimal or a number of people no whole number.
 */
export function engagementLink({ surveyId, programmeKey, measure, departments }: EngagementLinkInput): EngagementLink {
  const points = departments
    .filter(({ headcount }) => headcount > 0)
    .map(({ departmentCode, active, headcount, mean }) => ({
      ...{ departmentCode, mean },
      density: rational(100 * active, headcount),
    }));
  const correlation =
    points.length < LEAST_DEPARTMENTS
      ? null
      : rankCorrelation(
          points.map(({ density }) => toNumber(density)),
          points.map(({ mean }) => toNumber(rationalFromDecimal(mean))),
        );
  return {
    ...{ surveyId, programmeKey, measure },
    departments: points.map(({ departmentCode, density, mean }) => ({
      ...{ departmentCode, mean },
      density: formatHalfUp(density, 1),
    })),
    correlation: correlation === null ? null : formatDecimal(correlation, 2),
  };
}

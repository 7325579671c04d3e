import {
  type AttributeDefinition,
  type Drivers,
  type InnerGroup,
  type PopulationCount,
  type Questionnaire,
  type Reliability,
  type WeightedMeans,
  type WholeStatistics,
} from '#survey-model';
import type { CrossProducts } from '../cross-products.js';
import { lmgShares } from '../drivers/lmg-shares.js';
import { cronbachAlpha } from '../reliability/cronbach-alpha.js';
import { mcdonaldOmega } from '../reliability/mcdonald-omega.js';
import { correlationOf, type SymmetricMatrix } from '../symmetric-matrix.js';
import { rake } from '../weighting/rake.js';
import { Population } from './population.js';

export interface WholeSource {
  readonly questionnaire: Questionnaire;
  readonly attributes: readonly AttributeDefinition[];
  readonly innerGroups: readonly InnerGroup[];
  /** Of the scored items, in the order of `scoring.items`. */
  readonly products: CrossProducts;
  readonly population: readonly PopulationCount[];
  /** With fewer complete answers nothing of this is released. */
  readonly least: number;
}

/** Attributes whose margins are matched: what the roster knows of everybody and non-response depends on. */
const MARGINS = ['department', 'position', 'ageBand'];
/** Exact shares look at every subset of the predictors. */
const MOST_DRIVERS = 16;

/**
 * Statistics of the whole organisation that are not sums over groups, from all opened answers (DESIGN.md section 6). They go into the
 * release as they are: with this many people each of them tells nothing of a small group.
 * @returns null when too few people answered every scored item
 */
export function wholeStatistics(source: WholeSource): WholeStatistics | null {
  const { products, questionnaire, least } = source;
  if (products.n < Math.max(least, 2)) return null;
  const covariance = products.covariance();
  return {
    completeCases: products.n,
    correlations: correlationOf(covariance)?.map((row) => [...row]) ?? null,
    weighted: weightedMeans(source),
    reliability: reliabilities(questionnaire, covariance),
    drivers: allDrivers(questionnaire, covariance),
  };
}

function reliabilities({ scoring }: Questionnaire, covariance: SymmetricMatrix): Reliability[] {
  const sets = [{ key: '', items: scoring.items }, ...scoring.categories].filter(({ items }) => items.length > 1);
  return sets.map(({ key, items }) => {
    const own = part(covariance, places(scoring.items, items));
    const correlation = correlationOf(own);
    const omega = correlation && items.length > 2 ? mcdonaldOmega(correlation) : null;
    return { category: key, items, alpha: cronbachAlpha(own), omega: omega?.omega ?? null };
  });
}

function allDrivers({ scoring }: Questionnaire, covariance: SymmetricMatrix): Drivers[] {
  const { items, outcomes = [] } = scoring;
  if (items.length < 2 || items.length > MOST_DRIVERS) return [];
  const everything = items.map((_, at) => at);
  const equal = items.map(() => 1 / items.length);
  const overall = drivers(covariance, '', { items, weights: equal, predictors: everything });
  const others = outcomes.map((code) => {
    const at = items.indexOf(code);
    const weights = items.map((_, item) => (item === at ? 1 : 0));
    return drivers(covariance, code, { items, weights, predictors: everything.filter((item) => item !== at) });
  });
  return [overall, ...others].filter((found) => found !== null);
}

interface DriverQuestion {
  readonly items: readonly string[];
  /** The outcome as a weighted sum of the items. */
  readonly weights: readonly number[];
  readonly predictors: readonly number[];
}

function drivers(covariance: SymmetricMatrix, outcome: string, question: DriverQuestion): Drivers | null {
  const { items, weights, predictors } = question;
  const found = lmgShares(covariance, weights, predictors);
  if (!found) return null;
  const withOutcome = (item: number): number =>
    (covariance[item] ?? []).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  const variance = weights.reduce((sum, weight, at) => sum + weight * withOutcome(at), 0);
  const shares = predictors.map((item, at) => ({
    item: items[item] ?? '',
    share: found.shares[at] ?? 0,
    correlation: withOutcome(item) / Math.sqrt(variance * (covariance[item]?.[item] ?? NaN)),
  }));
  return { outcome, r2: found.r2, shares };
}

/** Respondents weighted so that their bureaus, positions and ages have the roster's shares; null without a roster to compare with. */
function weightedMeans(source: WholeSource): WeightedMeans | null {
  const { questionnaire, attributes, innerGroups } = source;
  const population = new Population(source.population, attributes);
  const used = attributes.filter(({ key }) => MARGINS.includes(key));
  const margins = used.map((definition) => ({ name: definition.key, counts: population.margin(definition) }));
  if (used.length === 0 || margins.some(({ counts }) => ![...counts.values()].some((n) => n > 0))) return null;
  const raking = rake(
    innerGroups.map(({ key, n }) => ({ respondents: n, margins: used.map((each) => topValue(each, key[each.key])) })),
    margins,
  );
  const mean = (item: string): number | null => {
    let [sum, n] = [0, 0];
    innerGroups.forEach(({ questionN, itemSums }, at) => {
      const weight = raking.weights[at] ?? 0;
      sum += weight * (itemSums[item]?.sum ?? 0);
      n += weight * (questionN[item] ?? 0);
    });
    return n > 0 ? sum / n : null;
  };
  const { scoring } = questionnaire;
  const items = new Map(scoring.items.map((code) => [code, mean(code)]));
  const combined = (codes: readonly string[]): number | null => {
    const known = codes.map((code) => items.get(code)).filter((each) => typeof each === 'number');
    return known.length < codes.length || known.length === 0 ? null : known.reduce((a, b) => a + b) / known.length;
  };
  return {
    overall: combined(scoring.items),
    categories: withoutNull(scoring.categories.map(({ key, items: codes }) => [key, combined(codes)])),
    items: withoutNull([...items]),
    designEffect: raking.designEffect,
    effectiveN: raking.effectiveN,
    converged: raking.converged,
    margins: margins.map(({ name }) => name),
    collapsed: raking.collapsed.map(({ margin, categories }) => ({ margin, values: categories })),
  };
}

/** The value itself, or the one on the top level that it lies under. */
function topValue({ values }: AttributeDefinition, value: string | undefined): string {
  const parents = new Map(values.map(({ key, parent }) => [key, parent]));
  let at = value ?? '';
  for (let above = parents.get(at); above !== undefined; above = parents.get(at)) at = above;
  return at;
}

function withoutNull(entries: readonly (readonly [string, number | null])[]): Record<string, number> {
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, number] => entry[1] !== null));
}

function places(all: readonly string[], some: readonly string[]): number[] {
  return some.map((code) => all.indexOf(code));
}

function part(matrix: SymmetricMatrix, at: readonly number[]): number[][] {
  return at.map((row) => at.map((column) => matrix[row]?.[column] ?? NaN));
}

import type { CellKey, Difference, Direction } from '#survey-model';
import { benjaminiHochberg } from '../comparisons/benjamini-hochberg.js';
import { welch } from '../comparisons/welch.js';
import type { Sample } from '../sample.js';

/** Which figure of which cell a comparison belongs to. */
export interface FigureName {
  readonly key: CellKey;
  readonly kind: 'overall' | 'category' | 'item';
  /** "" for the overall score. */
  readonly code: string;
}

const SIGNIFICANT = 0.05;

/** Comparisons of one kind, adjusted for each other at the end. */
export class Comparisons {
  private readonly asked: { readonly place: string; readonly difference: number; readonly p: number }[] = [];

  /** Nothing happens where one of the samples has under two answers. */
  add(name: FigureName, own: Sample, other: Sample): void {
    const test = welch(own, other);
    if (test) this.asked.push({ place: placeOf(name), difference: test.difference, p: test.p });
  }

  /** What was found, by figure. */
  adjusted(): (name: FigureName) => Difference | undefined {
    const ps = benjaminiHochberg(this.asked.map(({ p }) => p));
    const found = new Map(
      this.asked.map(({ place, difference, p }, at): [string, Difference] => {
        const adjustedP = ps[at] ?? 1;
        return [place, { difference, p, adjustedP, direction: directionOf(difference, adjustedP) }];
      }),
    );
    return (name) => found.get(placeOf(name));
  }
}

function directionOf(difference: number, adjustedP: number): Direction {
  if (!(adjustedP < SIGNIFICANT)) return 'unclear';
  return difference > 0 ? 'higher' : 'lower';
}

function placeOf({ key, kind, code }: FigureName): string {
  return JSON.stringify([Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)), kind, code]);
}

import type { TallyAttribute } from '#scoring';
import type { CellKey } from '#survey-model';
import { spans } from './rational-span.js';

/** What a reader knows beforehand: which groups there are, how many stand in each, and what every cell is made of. */
export interface KnownTables {
  /** How many people stand in each innermost group. */
  readonly n: readonly number[];
  readonly cells: readonly { readonly key: CellKey; readonly inner: readonly number[] }[];
  readonly attributes: readonly TallyAttribute[];
  readonly minGroup: number;
}

/** A set of 1 to k−1 people whose sums the reader can work out, and how. */
export interface Loss {
  readonly how: 'cell' | 'innermost' | 'nested' | 'children' | 'descendants';
  readonly people: readonly number[];
}

/**
 * A reader who tries all that the disclosure rules speak of, by exact fractions: cells and innermost groups of too few people that are a
 * combination of what is published, a published cell without the published ones under it along one tree (those next to it, or all of
 * them), one published cell without another that lies in it.
 */
export class SubtractionAttacker {
  private readonly filled: readonly (readonly number[])[];
  private readonly below: readonly Below[];

  constructor(private readonly known: KnownTables) {
    this.filled = known.cells.map(({ inner }) => inner.filter((at) => (known.n[at] ?? 0) > 0));
    this.below = linesOfDescent(known);
  }

  losses(published: ReadonlySet<number>): Loss[] {
    const shown = [...published].map((cell) => this.filled[cell] ?? []);
    return [...this.derived(shown), ...this.subtracted(published), ...this.nested(shown)];
  }

  isSmall(people: readonly number[]): boolean {
    const count = people.reduce((sum, at) => sum + (this.known.n[at] ?? 0), 0);
    return count > 0 && count < this.known.minGroup;
  }

  private derived(shown: readonly (readonly number[])[]): Loss[] {
    const derivable = spans(this.known.n.length, shown);
    const small = (how: Loss['how'], sets: readonly (readonly number[])[]): Loss[] =>
      sets.filter((people) => this.isSmall(people) && derivable(people)).map((people) => ({ how, people }));
    const innermost = this.known.n.map((_, at) => [at]);
    return [...small('cell', this.filled), ...small('innermost', innermost)];
  }

  private subtracted(published: ReadonlySet<number>): Loss[] {
    const without = (parent: number, children: readonly number[]): number[] => {
      const gone = new Set(children.filter((cell) => published.has(cell)).flatMap((cell) => this.filled[cell] ?? []));
      return (this.filled[parent] ?? []).filter((at) => !gone.has(at));
    };
    return this.below
      .filter(({ parent }) => published.has(parent))
      .flatMap(({ parent, next, all }): Loss[] => [
        { how: 'children', people: without(parent, next) },
        { how: 'descendants', people: without(parent, all) },
      ])
      .filter(({ people }) => this.isSmall(people));
  }

  private nested(shown: readonly (readonly number[])[]): Loss[] {
    return shown.flatMap((outer) =>
      shown.flatMap((inner): Loss[] => {
        if (inner.length >= outer.length || !inner.every((at) => outer.includes(at))) return [];
        const people = outer.filter((at) => !inner.includes(at));
        return this.isSmall(people) ? [{ how: 'nested', people }] : [];
      }),
    );
  }
}

/** A cell and those under it along one attribute: all of them, and those with none of the tables' cells between. */
interface Below {
  readonly parent: number;
  readonly next: readonly number[];
  readonly all: readonly number[];
}

function linesOfDescent({ cells, attributes }: KnownTables): Below[] {
  return attributes.flatMap(({ key: attribute, values }) => {
    const parents = new Map((values ?? []).map(({ key, parent }) => [key, parent]));
    const isUnder = (value: string | undefined, above: string | undefined): boolean => {
      if (value === undefined || value === above) return false;
      return above === undefined || isAncestor(parents, above, value);
    };
    const others = cells.map(({ key: { [attribute]: _, ...rest } }) => JSON.stringify(Object.entries(rest).sort()));
    const under = (low: number, high: number): boolean =>
      others[low] === others[high] && isUnder(cells[low]?.key[attribute], cells[high]?.key[attribute]);
    return cells.map((_, parent) => {
      const all = cells.flatMap((__, cell) => (under(cell, parent) ? [cell] : []));
      return { parent, all, next: all.filter((cell) => !all.some((between) => under(cell, between))) };
    });
  });
}

function isAncestor(parents: ReadonlyMap<string, string | undefined>, above: string, value: string): boolean {
  for (let at = parents.get(value); at !== undefined; at = parents.get(at)) if (at === above) return true;
  return false;
}

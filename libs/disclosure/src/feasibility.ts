import highsModule, { type Highs, type Model } from 'highs';
import { KnownRanges, sumAt, TOLERANCE } from './known-ranges.js';
import { arrangePlaces } from './places.js';

/** A published pattern, of which sums are then looked at. */
export interface FeasibilityPattern {
  /** Number of innermost groups. */
  readonly width: number;
  /** Innermost groups of each published cell. */
  readonly published: readonly (readonly number[])[];
  /** Cells whose sums must stay uncertain. */
  readonly guarded: readonly (readonly number[])[];
}

/** One quantity over the innermost groups, as it really is and as far as everybody knows it beforehand. */
export interface FeasibilityValues {
  readonly actual: readonly number[];
  readonly lower: readonly number[];
  /** Infinity for no bound. */
  readonly upper: readonly number[];
}

/** Between which sums a guarded cell can lie, given everything published. */
export interface FeasibleInterval {
  readonly low: number;
  readonly high: number;
  /** Indexes of published cells that bind: publishing less of them would widen the interval. */
  readonly binding: readonly number[];
}

/** One guarded cell whose interval is narrower than asked. */
export interface NarrowInterval extends FeasibleInterval {
  readonly guarded: number;
  /** Sets of innermost groups whose known sums pin the cell down; left out where it takes more than plain sets. */
  readonly pinning: readonly (readonly number[])[];
}

/** So many cells are quicker solved for one by one; and so often the company changes. */
const FEW = 8;
const MOST_ROUNDS = 12;

// The package types its CommonJS build only; Node loads the other one, whose default export is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;
let solver: Promise<Highs> | undefined;

/**
 * What a reader can conclude by linear programming (DESIGN.md section 7, step 4): each innermost group's sum is only known to lie
 * within its bounds, and every published sum holds. One model is kept and re-solved from where the last solution ended.
 */
export class FeasibilityAudit {
  private readonly cost: Float64Array;
  private known = new Float64Array();

  private constructor(
    private readonly model: Model,
    private readonly maximize: Highs['constants']['objectiveSense']['maximize'],
    private readonly blocks: readonly (readonly number[])[],
    private readonly published: readonly (readonly number[])[],
    private readonly guarded: readonly (readonly number[])[],
  ) {
    this.cost = new Float64Array(blocks.length);
  }

  /** Builds the model. It holds memory until `dispose`. */
  static async of({ width, published, guarded }: FeasibilityPattern): Promise<FeasibilityAudit> {
    const highs = await (solver ??= loadHighs());
    const places = arrangePlaces(width, published, guarded);
    const blocks: number[][] = Array.from({ length: places.width }, () => []);
    for (let at = 0; at < width; at += 1) blocks[places.arrange([at])[0] ?? 0]?.push(at);
    const rows = published.map(places.arrange);
    const zeros = (length: number): Float64Array => new Float64Array(length);
    const model = highs.createModel({
      numCols: blocks.length,
      numRows: rows.length,
      colCost: zeros(blocks.length),
      colLower: zeros(blocks.length),
      colUpper: zeros(blocks.length),
      rowLower: zeros(rows.length),
      rowUpper: zeros(rows.length),
      matrix: compressedRows(rows, blocks.length),
    });
    model.options.set({ output_flag: false });
    const maximize = highs.constants.objectiveSense.maximize;
    return new FeasibilityAudit(model, maximize, blocks, rows, guarded.map(places.arrange));
  }

  dispose(): void {
    this.model.dispose();
  }

  /** The interval of every guarded cell, exactly. For reference figures; `narrow` is much faster. */
  intervals(values: FeasibilityValues): FeasibleInterval[] {
    this.setValues(values);
    return this.guarded.map((ones) => this.interval(ones));
  }

  /** The guarded cells whose interval is narrower than `width[cell]`. */
  narrow(values: FeasibilityValues, width: readonly number[]): NarrowInterval[] {
    return [...this.search(values, width)];
  }

  /** The first of them, which is found much sooner than all. */
  firstNarrow(values: FeasibilityValues, width: readonly number[]): NarrowInterval | undefined {
    for (const found of this.search(values, width)) return found;
    return undefined;
  }

  /**
   * Every solution found is a set of sums that could be true, so it widens what is known of all cells at once: first many cells are pulled
   * up and down together, in changing company; only those that stay narrow are solved for by themselves.
   */
  private *search(values: FeasibilityValues, width: readonly number[]): Generator<NarrowInterval> {
    this.setValues(values);
    const sums = this.blocks.map((block) => sumAt(values.actual, block));
    const ranges = new KnownRanges(this.guarded, sums, width);
    for (let round = 0, before = Infinity; round < MOST_ROUNDS; round += 1) {
      const narrow = ranges.narrow();
      if (narrow.length < FEW || narrow.length > 0.9 * before) break;
      before = narrow.length;
      // Every cell upwards in the first round, then every other one, every other two, and so on.
      const signs = narrow.map((_, at) => (round === 0 || (at >> (round - 1)) & 1 ? 1 : -1));
      for (const sign of [1, -1]) {
        const pulled = narrow.map((cell, at) => ({ ones: this.guarded[cell] ?? [], sign: sign * (signs[at] ?? 1) }));
        ranges.learn(this.solve(pulled).solution);
      }
    }
    for (const guarded of ranges.narrow()) {
      const found = this.pinned(guarded, ranges);
      if (found) yield found;
    }
  }

  private pinned(guarded: number, ranges: KnownRanges): NarrowInterval | null {
    const ones = this.guarded[guarded] ?? [];
    const binding = new Set<number>();
    const pinning: (readonly number[])[] = [];
    for (const sign of [1, -1]) {
      if (!ranges.isNarrow(guarded)) return null;
      const found = this.solve([{ ones, sign }]);
      ranges.learn(found.solution);
      for (const row of found.binding) binding.add(row);
      if (found.pinning) pinning.push(found.pinning);
    }
    return ranges.isNarrow(guarded) ? { guarded, ...ranges.of(guarded), binding: [...binding], pinning } : null;
  }

  /** How wide the interval of a guarded cell would be if one published cell were not; for the values that were looked at last. */
  widthWithout(guarded: number, published: number): number {
    const ones = this.guarded[guarded] ?? [];
    const sum = this.known[published] ?? 0;
    this.model.changeRowBounds(published, -Infinity, Infinity);
    const { low, high } = this.interval(ones);
    this.model.changeRowBounds(published, sum, sum);
    return high - low;
  }

  private interval(ones: readonly number[]): FeasibleInterval {
    const [most, least] = [this.solve([{ ones, sign: 1 }]), this.solve([{ ones, sign: -1 }])];
    const binding = [...new Set([...most.binding, ...least.binding])];
    return { low: sumAt(least.solution, ones), high: sumAt(most.solution, ones), binding };
  }

  private setValues({ actual, lower, upper }: FeasibilityValues): void {
    const of = (values: readonly number[]): Float64Array =>
      Float64Array.from(this.blocks, (block) => sumAt(values, block));
    const sums = of(actual);
    const known = Float64Array.from(this.published, (ones) => sumAt(sums, ones));
    this.known = known;
    this.model.changeColsBounds(all(this.blocks.length), of(lower), of(upper));
    if (known.length > 0) this.model.changeRowsBounds(all(known.length), known, known);
  }

  /** The sums that together lie highest (sign 1) and lowest (−1). */
  private solve(pulled: readonly { readonly ones: readonly number[]; readonly sign: number }[]): Solved {
    this.cost.fill(0);
    for (const { ones, sign } of pulled) for (const place of ones) this.cost[place] = (this.cost[place] ?? 0) + sign;
    this.model.changeColsCost(all(this.cost.length), this.cost);
    this.model.changeObjectiveSense(this.maximize);
    this.model.run();
    // 7: optimal. The truth itself is a solution, so anything else is a fault of ours or of the solver.
    const status = this.model.getModelStatus();
    if (status !== 7) throw new Error(`feasibility audit: the solver ended with status ${status}`);
    const { colValue, rowDual } = this.model.getSolution();
    const binding = [...rowDual].flatMap((dual, row) => (Math.abs(dual) > TOLERANCE ? [row] : []));
    return { solution: colValue, binding, pinning: this.pinnedBy(rowDual, binding) };
  }

  /** By the duals, the bound rests on one weighted sum of published cells; null unless that is a plain set of groups. */
  private pinnedBy(rowDual: Float64Array, binding: readonly number[]): number[] | null {
    const weights = new Map<number, number>();
    for (const row of binding)
      for (const place of this.published[row] ?? [])
        weights.set(place, (weights.get(place) ?? 0) + (rowDual[row] ?? 0));
    const filled = [...weights].filter(([, weight]) => Math.abs(weight) > TOLERANCE);
    const first = filled[0]?.[1] ?? 0;
    if (filled.length === 0 || filled.some(([, weight]) => Math.abs(weight - first) > TOLERANCE)) return null;
    return filled.flatMap(([place]) => this.blocks[place] ?? []).sort((a, b) => a - b);
  }
}

interface Solved {
  readonly solution: Float64Array;
  readonly binding: readonly number[];
  readonly pinning: readonly number[] | null;
}

function all(length: number) {
  return { kind: 'range' as const, from: 0, to: length - 1 };
}

function compressedRows(rows: readonly (readonly number[])[], width: number) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((ones, at) => (starts[at + 1] = (starts[at] ?? 0) + ones.length));
  const indices = Int32Array.from(rows.flatMap((ones) => [...ones].sort((a, b) => a - b)));
  const values = new Float64Array(indices.length).fill(1);
  return { format: 'csr' as const, numRows: rows.length, numCols: width, starts, indices, values };
}

interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

type Row = Map<number, Fraction>;

/** A growing span of 0/1 vectors over the fractions. */
export interface RationalSpan {
  add(ones: readonly number[]): void;
  has(ones: readonly number[]): boolean;
}

/** An attacker's linear algebra, independent of the product's: plain Gaussian elimination over exact fractions. */
export function rationalSpan(): RationalSpan {
  const basis: { readonly pivot: number; readonly row: Row }[] = [];
  const reduce = (ones: readonly number[]): Row => {
    const row: Row = new Map(ones.map((at) => [at, { num: 1n, den: 1n }]));
    for (const { pivot, row: by } of basis) {
      const factor = row.get(pivot);
      if (!factor) continue;
      for (const [at, value] of by) {
        const left = minus(row.get(at) ?? ZERO, times(factor, value));
        if (left.num === 0n) row.delete(at);
        else row.set(at, left);
      }
    }
    return row;
  };
  return {
    add: (ones) => {
      const row = reduce(ones);
      const [pivot] = row.keys();
      if (pivot === undefined) return;
      const head = row.get(pivot) ?? ZERO;
      for (const [at, { num, den }] of row) row.set(at, lowest(num * head.den, den * head.num));
      basis.push({ pivot, row });
    },
    has: (ones) => reduce(ones).size === 0,
  };
}

/** @returns whether a 0/1 vector of so many places is a combination of the published ones */
export function spans(width: number, published: readonly (readonly number[])[]): (ones: readonly number[]) => boolean {
  const span = rationalSpan();
  for (const ones of published) {
    if (ones.some((at) => at >= width)) throw new RangeError(`spans: a vector has more than ${width} places`);
    span.add(ones);
  }
  return (ones) => span.has(ones);
}

const ZERO: Fraction = { num: 0n, den: 1n };

function times(a: Fraction, b: Fraction): Fraction {
  return lowest(a.num * b.num, a.den * b.den);
}

function minus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.num * b.den - b.num * a.den, a.den * b.den);
}

function lowest(num: bigint, den: bigint): Fraction {
  if (den === 1n) return { num, den };
  let [a, b] = [num < 0n ? -num : num, den < 0n ? -den : den];
  while (b !== 0n) [a, b] = [b, a % b];
  const by = (a === 0n ? 1n : a) * (den < 0n ? -1n : 1n);
  return { num: num / by, den: den / by };
}

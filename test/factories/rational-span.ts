interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * An attacker's linear algebra, independent of the product's: plain Gaussian elimination over exact fractions.
 * @returns whether a 0/1 vector is a combination of the published ones
 */
export function spans(width: number, published: readonly (readonly number[])[]): (ones: readonly number[]) => boolean {
  const basis: { pivot: number; row: Fraction[] }[] = [];
  const reduce = (ones: readonly number[]): Fraction[] => {
    const row = Array.from({ length: width }, (_, at): Fraction => ({ num: ones.includes(at) ? 1n : 0n, den: 1n }));
    for (const { pivot, row: by } of basis) {
      const factor = row[pivot];
      if (!factor || factor.num === 0n) continue;
      for (let at = 0; at < width; at += 1) row[at] = minus(row[at], times(factor, by[at]));
    }
    return row;
  };
  for (const ones of published) {
    const row = reduce(ones);
    const pivot = row.findIndex(({ num }) => num !== 0n);
    if (pivot < 0) continue;
    const head = row[pivot];
    if (head) basis.push({ pivot, row: row.map(({ num, den }) => lowest(num * head.den, den * head.num)) });
  }
  return (ones) => reduce(ones).every(({ num }) => num === 0n);
}

const ZERO: Fraction = { num: 0n, den: 1n };

function times(a: Fraction = ZERO, b: Fraction = ZERO): Fraction {
  return lowest(a.num * b.num, a.den * b.den);
}

function minus(a: Fraction = ZERO, b: Fraction = ZERO): Fraction {
  return lowest(a.num * b.den - b.num * a.den, a.den * b.den);
}

function lowest(num: bigint, den: bigint): Fraction {
  let [a, b] = [num < 0n ? -num : num, den < 0n ? -den : den];
  while (b !== 0n) [a, b] = [b, a % b];
  const by = (a === 0n ? 1n : a) * (den < 0n ? -1n : 1n);
  return { num: num / by, den: den / by };
}

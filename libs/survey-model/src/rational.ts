/**
 * Exact fractions and half-up rounding.
 *
 * Why not floats: 41/40 is 1.025 and must show as 1.03, but `(41 / 40).toFixed(2)` is "1.02", because the binary float lies below
 * the tie. Every published figure is therefore kept as an exact fraction until the moment it is shown (DESIGN.md section 5, rule 3).
 */
export interface Rational {
  readonly num: bigint;
  /** Always positive. */
  readonly den: bigint;
}

/** A fraction in JSON: "num/den", for example "2067/636". */
export type RationalText = `${string}/${string}`;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * The fraction num/den in lowest terms with a positive denominator.
 * @throws RangeError when den is 0 or an argument is not an integer.
 */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  let [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('rational: denominator is 0');
  if (d < 0n) [n, d] = [-n, -d];
  const g = gcd(n, d);
  return g > 1n ? { num: n / g, den: d / g } : { num: n, den: d };
}

export function addRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtractRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function divideRational(a: Rational, divisor: bigint | number): Rational {
  return rational(a.num, a.den * BigInt(divisor));
}

/** Plain mean of the fractions. @throws RangeError when the list is empty. */
export function meanOfRationals(values: readonly Rational[]): Rational {
  if (values.length === 0) throw new RangeError('meanOfRationals: no values');
  return divideRational(values.reduce(addRational, rational(0)), values.length);
}

/** Negative, zero or positive as a < b, a = b, a > b. */
export function compareRational(a: Rational, b: Rational): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The exact fraction of a finite decimal such as "3.8" or 3.2. @throws RangeError on anything else. */
export function rationalFromDecimal(decimal: string | number): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(decimal));
  if (!match) throw new RangeError(`rationalFromDecimal: not a decimal: ${decimal}`);
  const [, sign, whole = '0', part = ''] = match;
  const magnitude = rational(BigInt(whole + part), 10n ** BigInt(part.length));
  return sign === '-' ? { num: -magnitude.num, den: magnitude.den } : magnitude;
}

/**
 * Decimal text with exactly `digits` decimals, ties away from zero (half up in magnitude: 3.345 -> "3.35", -0.125 -> "-0.13").
 * A value that rounds to zero carries no sign.
 */
export function formatHalfUp(value: Rational, digits: number): string {
  const negative = value.num < 0n;
  const magnitude = negative ? -value.num : value.num;
  const scaled = (2n * magnitude * 10n ** BigInt(digits) + value.den) / (2n * value.den);
  const text = scaled.toString().padStart(digits + 1, '0');
  const body = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return negative && scaled !== 0n ? `-${body}` : body;
}

/** The same rounding as a number, for charts and Excel cells that carry their own number format. */
export function roundHalfUp(value: Rational, digits: number): number {
  return Number(formatHalfUp(value, digits));
}

/** The nearest double: for statistics, which are approximate anyway; never for a figure that is shown as a mean. */
export function toNumber(value: Rational): number {
  return Number(value.num) / Number(value.den);
}

/** A double with `digits` decimals, half up in magnitude at 12 decimals: for statistics such as bounds of intervals. */
export function formatDecimal(value: number, digits: number): string {
  const text = value.toFixed(12);
  return formatHalfUp(rationalFromDecimal(text), digits);
}

/** 100 × num/den with `digits` decimals, half up; shares and rates. */
export function formatPercent(part: number, whole: number, digits = 1): string {
  return formatHalfUp(rational(BigInt(part) * 100n, BigInt(whole)), digits);
}

export function rationalToText(value: Rational): RationalText {
  return `${value.num}/${value.den}`;
}

/** @throws RangeError when the text is not "integer/positive integer". */
export function rationalFromText(text: string): Rational {
  const match = /^(-?\d+)\/(\d+)$/.exec(text);
  if (!match?.[1] || !match[2]) throw new RangeError(`rationalFromText: not a fraction: ${text}`);
  return rational(BigInt(match[1]), BigInt(match[2]));
}

/**
 * Two primes just under 2^26, so that every product fits into the 53 bits of a double.
 *
 * Arithmetic modulo a prime is exact, without tolerances: a vector in the rational span is in the span modulo p (but for coefficients
 * whose denominators p divides, hence two primes in use); a vector that is not may, once in about p times, seem to be, which only hides a
 * cell too many.
 */
export const PRIMES = [67_108_859, 67_108_837] as const;

/** Whole numbers from 0 to p−1 with the arithmetic modulo p. */
export class PrimeField {
  private readonly inverse: number;

  constructor(readonly prime: number) {
    this.inverse = 1 / prime;
  }

  /** a × b mod p. */
  multiply(a: number, b: number): number {
    return this.rest(a * b);
  }

  /** a + b mod p. */
  plus(a: number, b: number): number {
    const sum = a + b;
    return sum >= this.prime ? sum - this.prime : sum;
  }

  /** a − b × c mod p. */
  minus(a: number, b: number, c: number): number {
    return this.rest(a + (this.prime - b) * c);
  }

  /** a^(p−2), by Fermat. */
  invert(a: number): number {
    let [result, base] = [1, a];
    for (let exponent = this.prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
      if (exponent % 2 === 1) result = this.multiply(result, base);
      base = this.multiply(base, base);
    }
    return result;
  }

  private rest(product: number): number {
    const rest = product - Math.floor(product * this.inverse) * this.prime;
    if (rest >= this.prime) return rest - this.prime;
    return rest < 0 ? rest + this.prime : rest;
  }
}

import * as sjcl from '@cloudflare/blindrsa-ts/lib/src/sjcl/index.js';

/** What the blind signature library needs of its big integers here. */
export interface BigNumber {
  /** "0x" and hexadecimal digits. */
  toString(): string;
  inverseMod(modulus: BigNumber): BigNumber;
  mulmod(factor: BigNumber, modulus: BigNumber): BigNumber;
  powermod(exponent: BigNumber, modulus: BigNumber): BigNumber;
}

// Typed as CommonJS by the package, but a module with a default export.
const { bn } = (
  sjcl as unknown as {
    readonly default: { readonly bn: { new (hex: string): BigNumber; readonly prototype: BigNumber } };
  }
).default;

/** A number of the library, from hexadecimal digits. */
export function libraryNumber(hex: string): BigNumber {
  return new bn(`0x${hex}`);
}

const native = (value: BigNumber): bigint => BigInt(value.toString());
const asLibrary = (value: bigint): BigNumber => libraryNumber(value.toString(16));

/*
 * The library counts limb by limb, which was nine tenths of a ticket's time; the engine's own big integers do the same sums in a
 * hundredth of it. Same values, by property tests and RFC 9474's vectors. Neither takes the same time for every number: both run in the
 * person's own browser, on a factor that is used once.
 */

/** By the extended Euclidean algorithm. @throws RangeError when there is none, which the library takes as "not coprime" */
bn.prototype.inverseMod = function (this: BigNumber, modulus: BigNumber): BigNumber {
  const n = native(modulus);
  let [rest, divisor] = [n, native(this) % n];
  let [before, coefficient] = [0n, 1n];
  while (divisor !== 0n) {
    const quotient = rest / divisor;
    [rest, divisor] = [divisor, rest - quotient * divisor];
    [before, coefficient] = [coefficient, before - quotient * coefficient];
  }
  if (rest !== 1n) throw new RangeError('inverseMod: the number and the modulus share a factor');
  return asLibrary(before < 0n ? before + n : before);
};

bn.prototype.mulmod = function (this: BigNumber, factor: BigNumber, modulus: BigNumber): BigNumber {
  return asLibrary((native(this) * native(factor)) % native(modulus));
};

bn.prototype.powermod = function (this: BigNumber, exponent: BigNumber, modulus: BigNumber): BigNumber {
  const n = native(modulus);
  let [result, square] = [1n % n, native(this) % n];
  for (let left = native(exponent); left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return asLibrary(result);
};

/** base^exponent mod modulus, from the exponent's highest digit down: apart from the product's own way. */
export function modPow(base: bigint, exponent: number, modulus: bigint): bigint {
  return [...exponent.toString(2)].reduce(
    (power, digit) => (((power * power) % modulus) * (digit === '1' ? base % modulus : 1n)) % modulus,
    1n % modulus,
  );
}

/** A difference of the api ("0.21", "-0.18", "0.00") with its sign: 「+0.21」, 「−0.18」, 「±0.00」. */
export function signedText(difference: string): string {
  if (Number(difference) === 0) return `±${difference.replace('-', '')}`;
  return difference.startsWith('-') ? `−${difference.slice(1)}` : `+${difference}`;
}

/** One shown figure minus another, in hundredths of a point, so that no binary noise shows; null where one of them is no number. */
export function shownDifference(minuend: string | null, subtrahend: string | null): string | null {
  if (![minuend, subtrahend].every((text) => text !== null && /^-?\d+(\.\d+)?$/.test(text))) return null;
  const hundredths = Math.round(Number(minuend) * 100) - Math.round(Number(subtrahend) * 100);
  return signedText((hundredths / 100).toFixed(2));
}

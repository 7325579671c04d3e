/** Whether a database can keep the text: not with the character U+0000, nor with half a character (a lone surrogate). */
export function isKeepable(text: string): boolean {
  return !text.includes('\u0000') && !/[\ud800-\udfff]/u.test(text);
}

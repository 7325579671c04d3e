/** At most so many characters of a text, and never half of one: an emoji is two units of a string, which a plain cut would part. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join('');
}

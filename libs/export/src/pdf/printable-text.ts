import { safeText } from '../cell-text.js';

/** 下駄: what Japanese printers set for a character they have no type for. */
export const GETA = '〓';

export interface PrintableText {
  readonly text: string;
  /** Characters that became 〓, each once. */
  readonly missing: readonly string[];
}

/**
 * Text as a face can print it: a character that the face lacks becomes 〓 and is named, where PDF software would print an empty box.
 * Kana typed as two characters (か and ゛) are put together. Variation selectors stay, so that a face that knows the form prints it.
 * @param has whether the face has a glyph for a code point
 */
export function printableText(text: string, has: (codePoint: number) => boolean): PrintableText {
  const missing = new Set<string>();
  const composed = safeText(text).replaceAll(/[\u3040-\u30FF][\u3099\u309A]/g, (pair) => pair.normalize('NFC'));
  const printed = [...composed].map((character) => {
    if (INVISIBLE.test(character) || has(character.codePointAt(0) ?? 0)) return character;
    missing.add(character);
    return GETA;
  });
  return { text: printed.join(''), missing: [...missing] };
}

/** Line breaks, tabs and variation selectors. */
const INVISIBLE = /^[\n\t\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u;

/** "U+20BB7": how a character is named that cannot be printed. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

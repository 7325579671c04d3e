const YES = new Set(['○', '◯', '〇', '●', '◎', '1', 'true', 'yes', 'y', 'はい', '有', 'レ', '✓', '✔', '所属長']);
const NO = new Set(['', '×', '✕', '0', 'false', 'no', 'n', 'いいえ', '無', '-', '―', '−']);

/** 所属長 and the like: ○, 1, はい, true … or ×, 0, いいえ, a blank … Null when neither. */
export function readYesNo(text: string): boolean | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

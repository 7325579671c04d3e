import { EMPLOYMENT_TYPES } from '#survey-model';

const REGULAR = new Set([
  '正規',
  '正規職員',
  '正職員',
  '常勤',
  '常勤職員',
  '任期の定めのない常勤',
  '任期の定めのない常勤職員',
  '一般職',
  '一般職員',
]);

/**
 * The key of a kind of employment (任用形態) that statistics tell apart, else the text as it is given. A blank follows the position where
 * that is a kind of employment itself (再任用職員, 会計年度任用職員), and is regular otherwise.
 */
export function readEmploymentType(text: string, positionKey: string | null): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (plain === '') return EMPLOYMENT_TYPES.find((type) => type === positionKey) ?? 'regular';
  const known = EMPLOYMENT_TYPES.find((type) => type === plain.toLowerCase());
  if (known) return known;
  if (REGULAR.has(plain)) return 'regular';
  if (plain.includes('再任用')) return 'reappointed';
  if (plain.includes('会計年度')) return 'fixed-term';
  return plain.includes('任期付') ? 'term-limited' : text.trim();
}

/** 任用形態: the kinds that statistics tell apart. Roster files may hold others; those are kept as they are written. */
export const EMPLOYMENT_TYPES = ['regular', 'reappointed', 'fixed-term', 'term-limited'] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

export const EMPLOYMENT_TYPE_LABEL: Readonly<Record<EmploymentType, string>> = {
  regular: '正規',
  reappointed: '再任用',
  'fixed-term': '会計年度任用',
  'term-limited': '任期付',
};

/** What readers see for the employment type of a staff record: the label of a known kind, else the text itself. */
export function employmentTypeLabel(employmentType: string): string {
  const known = EMPLOYMENT_TYPES.find((type) => type === employmentType);
  return known ? EMPLOYMENT_TYPE_LABEL[known] : employmentType;
}

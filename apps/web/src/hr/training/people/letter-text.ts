/** What stands for the person's own in a letter. */
export const LETTER_FIELDS = ['{氏名}', '{所属}'] as const;

/** The letter as one person will read it. */
export const letterFor = (
  text: string,
  { name, department }: { readonly name: string; readonly department: string },
): string => text.replaceAll(LETTER_FIELDS[0], name).replaceAll(LETTER_FIELDS[1], department);

/** Words in braces that stand for nothing: likely slips of the pen, as {氏 名}. */
export const unknownFields = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{[^{}\n]{1,20}\}/g)].map(([field]) => field))].filter(
    (field) => !LETTER_FIELDS.some((known) => known === field),
  );

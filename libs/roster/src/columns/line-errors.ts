import type { LineError } from '#survey-model';

/** Errors that are listed; the rest are counted. */
export const LISTED_ERRORS = 1000;

/** The errors in the order of the lines, at most 1,000 of them and then a note of how many more there are. */
export function listedErrors(errors: readonly LineError[]): LineError[] {
  const sorted = [...errors].sort((a, b) => a.line - b.line);
  const next = sorted[LISTED_ERRORS];
  if (!next) return sorted;
  const more = (sorted.length - LISTED_ERRORS).toLocaleString('en-US');
  return [
    ...sorted.slice(0, LISTED_ERRORS),
    {
      line: next.line,
      column: '',
      ja: `この行から先に、ほかに ${more} 件の誤りがあります。`,
      en: `There are ${more} more errors from this line on.`,
    },
  ];
}

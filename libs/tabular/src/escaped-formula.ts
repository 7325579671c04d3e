/**
 * Text that a spreadsheet program would run as a formula, and its escape: one apostrophe in front, which such programs show as text.
 * Source: OWASP, "CSV Injection"; the full-width signs are run by Japanese editions as well.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const ESCAPED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

export const escapedFormula = {
  /** Adds an apostrophe where the text could be run. Plain numbers such as -3 stay as they are. Undone exactly by `unescape`. */
  escape(text: string): string {
    return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  },
  unescape(text: string): string {
    return ESCAPED.test(text) ? text.slice(1) : text;
  },
};

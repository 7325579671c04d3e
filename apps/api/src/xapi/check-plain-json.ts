import { isKeepable } from '../security/keepable-text.js';
import { isObject } from './check-values.js';
import type { Faults } from './faults.js';

const MAX_DEPTH = 50;

/**
 * What no statement may hold wherever it stands: null (xAPI 1.0.3 part 2, 2.2; extensions may), and what a database cannot keep: the
 * character U+0000, half a character, and nesting without end.
 */
export function checkPlainJson(value: unknown, field: string, faults: Faults, depth = 0, extension = false): void {
  if (depth > MAX_DEPTH) {
    faults.add(field, `入れ子が深すぎます(${MAX_DEPTH}段まで)。`, `is nested deeper than ${MAX_DEPTH} levels`);
  } else if (value === null) {
    if (!extension) faults.add(field, 'null は使えません。項目を省いてください。', 'must not be null; leave it out');
  } else if (typeof value === 'string') {
    checkText(value, field, faults);
  } else if (Array.isArray(value)) {
    value.forEach((each, at) => checkPlainJson(each, `${field}[${at}]`, faults, depth + 1, extension));
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      checkText(key, field, faults);
      checkPlainJson(each, `${field}.${key}`, faults, depth + 1, extension || key === 'extensions');
    }
  }
}

function checkText(text: string, field: string, faults: Faults): void {
  if (!isKeepable(text))
    faults.add(field, '使えない文字(U+0000 など)が含まれています。', 'holds U+0000 or half a surrogate pair');
}

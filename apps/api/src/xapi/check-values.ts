import type { Faults } from './faults.js';

export type JsonObject = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** An absolute IRI (RFC 3987): a scheme, a colon, and nothing that would have to be escaped. */
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
/** Longer than any address in use, and short enough to keep. */
const MAX_IRI = 2000;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or null with a fault. With `keys`, any other property is a fault too. */
export function readObject(
  value: unknown,
  field: string,
  faults: Faults,
  keys?: ReadonlySet<string>,
): JsonObject | null {
  if (!isObject(value)) {
    faults.add(field, 'JSON オブジェクトが必要です。', 'must be a JSON object');
    return null;
  }
  if (keys) {
    for (const key of Object.keys(value))
      if (!keys.has(key)) faults.add(`${field}.${key}`, '知らない項目です。', 'is not a property of xAPI 1.0.3');
  }
  return value;
}

export function isIri(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_IRI && IRI.test(value);
}

export function checkIri(value: unknown, field: string, faults: Faults): void {
  if (!isIri(value))
    faults.add(
      field,
      `IRI(https://… など、${MAX_IRI}文字まで)が必要です。`,
      `must be an IRI of at most ${MAX_IRI} characters`,
    );
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

export function checkUuid(value: unknown, field: string, faults: Faults): void {
  if (!isUuid(value)) faults.add(field, 'UUID が必要です。', 'must be a UUID (RFC 4122)');
}

export function checkBoolean(value: unknown, field: string, faults: Faults): void {
  if (value !== undefined && typeof value !== 'boolean')
    faults.add(field, 'true か false が必要です。', 'must be true or false');
}

export function checkString(value: unknown, field: string, faults: Faults): void {
  if (value !== undefined && typeof value !== 'string') faults.add(field, '文字列が必要です。', 'must be a string');
}

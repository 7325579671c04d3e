import { checkActor } from './check-actor.js';
import { checkPlainJson } from './check-plain-json.js';
import { checkBoolean, checkIri, checkString, checkUuid, readObject, type JsonObject } from './check-values.js';
import type { Faults } from './faults.js';
import { readTimestamp } from './read-timestamp.js';

const SUB_STATEMENT = ['objectType', 'actor', 'verb', 'object', 'result', 'context', 'timestamp', 'attachments'];
const STATEMENT = new Set([
  ...['id', 'actor', 'verb', 'object', 'result', 'context', 'timestamp'],
  ...['stored', 'authority', 'version', 'attachments'],
]);
const VERB = new Set(['id', 'display']);
const ACTIVITY = new Set(['objectType', 'id', 'definition']);
const REFERENCE = new Set(['objectType', 'id']);
const RESULT = new Set(['score', 'success', 'completion', 'response', 'duration', 'extensions']);
const SCORE = new Set(['scaled', 'raw', 'min', 'max']);
const DAY = 86_400_000;

/**
 * Checks one statement against xAPI 1.0.3 part 2, as far as we read it; what we do not read need only be JSON.
 * @param field its place in the request, for example "[3]" or "statement"
 */
export function checkStatement(value: unknown, field: string, now: Date, faults: Faults): void {
  const before = faults.count;
  checkPlainJson(value, field, faults);
  if (faults.count > before) return;
  const statement = readObject(value, field, faults, STATEMENT);
  if (!statement) return;
  if (statement['id'] !== undefined) checkUuid(statement['id'], `${field}.id`, faults);
  checkEvent(statement, field, now, faults);
  if (statement['authority'] !== undefined) checkActor(statement['authority'], `${field}.authority`, faults);
  const { version } = statement;
  if (version !== undefined && (typeof version !== 'string' || !/^1\.0(\.\d+)?$/.test(version)))
    faults.add(`${field}.version`, '1.0.x が必要です。', 'must be 1.0.x');
}

function checkEvent(statement: JsonObject, field: string, now: Date, faults: Faults): void {
  checkActor(statement['actor'], `${field}.actor`, faults);
  const verb = readObject(statement['verb'], `${field}.verb`, faults, VERB);
  if (verb) checkIri(verb['id'], `${field}.verb.id`, faults);
  checkObject(statement['object'], `${field}.object`, now, faults);
  if (statement['result'] !== undefined) checkResult(statement['result'], `${field}.result`, faults);
  if (statement['context'] !== undefined) readObject(statement['context'], `${field}.context`, faults);
  if (statement['timestamp'] !== undefined) checkTimestamp(statement['timestamp'], `${field}.timestamp`, now, faults);
  const { attachments } = statement;
  if (attachments !== undefined && !Array.isArray(attachments))
    faults.add(`${field}.attachments`, '一覧(配列)が必要です。', 'must be an array');
}

function checkObject(value: unknown, field: string, now: Date, faults: Faults): void {
  const object = readObject(value, field, faults);
  if (!object) return;
  const { objectType = 'Activity' } = object;
  if (objectType === 'Agent' || objectType === 'Group') checkActor(object, field, faults);
  else if (objectType === 'StatementRef') {
    readObject(object, field, faults, REFERENCE);
    checkUuid(object['id'], `${field}.id`, faults);
  } else if (objectType === 'SubStatement') {
    readObject(object, field, faults, new Set(SUB_STATEMENT));
    checkSubStatement(object, field, now, faults);
  } else if (objectType === 'Activity') {
    readObject(object, field, faults, ACTIVITY);
    checkIri(object['id'], `${field}.id`, faults);
    const { definition } = object;
    if (definition !== undefined) readObject(definition, `${field}.definition`, faults);
  } else {
    faults.add(
      `${field}.objectType`,
      'Activity、Agent、Group、StatementRef、SubStatement のどれかが必要です。',
      'must be Activity, Agent, Group, StatementRef or SubStatement',
    );
  }
}

function checkSubStatement(object: JsonObject, field: string, now: Date, faults: Faults): void {
  const inner = object['object'];
  if (typeof inner === 'object' && inner !== null && (inner as JsonObject)['objectType'] === 'SubStatement')
    faults.add(`${field}.object`, 'SubStatement は入れ子にできません。', 'must not be a SubStatement again');
  else checkEvent(object, field, now, faults);
}

function checkResult(value: unknown, field: string, faults: Faults): void {
  const result = readObject(value, field, faults, RESULT);
  if (!result) return;
  checkBoolean(result['success'], `${field}.success`, faults);
  checkBoolean(result['completion'], `${field}.completion`, faults);
  checkString(result['response'], `${field}.response`, faults);
  checkString(result['duration'], `${field}.duration`, faults);
  if (result['extensions'] !== undefined) readObject(result['extensions'], `${field}.extensions`, faults);
  if (result['score'] !== undefined) checkScore(result['score'], `${field}.score`, faults);
}

function checkScore(value: unknown, field: string, faults: Faults): void {
  const score = readObject(value, field, faults, SCORE);
  if (!score) return;
  for (const [name, number] of Object.entries(score))
    if (SCORE.has(name) && (typeof number !== 'number' || !Number.isFinite(number)))
      faults.add(`${field}.${name}`, '数が必要です。', 'must be a number');
  const { scaled, raw, min, max } = score as Readonly<Record<string, number | undefined>>;
  if (scaled !== undefined && (scaled < -1 || scaled > 1))
    faults.add(`${field}.scaled`, '-1 から 1 までの数が必要です。', 'must be from -1 to 1');
  if (min !== undefined && max !== undefined && min >= max)
    faults.add(`${field}.min`, 'max より小さい数が必要です。', 'must be less than max');
  if (raw !== undefined && (raw < (min ?? raw) || raw > (max ?? raw)))
    faults.add(`${field}.raw`, 'min から max までの数が必要です。', 'must be from min to max');
}

function checkTimestamp(value: unknown, field: string, now: Date, faults: Faults): void {
  const instant = readTimestamp(value);
  if (!instant)
    faults.add(
      field,
      '時差の付いた ISO 8601 の日時(2026-05-01T10:00:00+09:00 など)が必要です。',
      'must be ISO 8601 with an offset, such as 2026-05-01T10:00:00+09:00',
    );
  else if (instant.getTime() > now.getTime() + DAY)
    faults.add(
      field,
      '未来の日時です。送信元の時計を確かめてください。',
      'lies in the future; check the sender’s clock',
    );
}

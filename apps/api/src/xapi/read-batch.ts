import { randomUUID } from 'node:crypto';
import { isObject, isUuid, type JsonObject } from './check-values.js';
import { checkStatement } from './check-statement.js';
import { Faults } from './faults.js';
import { statementsMalformed } from './xapi-refusals.js';

/** Of one request: some seconds of work. */
const MOST_STATEMENTS = 10_000;

export interface IdentifiedStatement {
  readonly id: string;
  /** Where it stood in the request: "[3]". */
  readonly place: string;
  readonly statement: JsonObject;
}

/**
 * The statements of a POST, each with an id, in their order.
 * @throws WordedRefusal 400 "statements-malformed" naming every place (up to 20) when any of them is wrong
 */
export function readBatch(body: unknown, now: Date): IdentifiedStatement[] {
  const single = !Array.isArray(body);
  const values: readonly unknown[] = single ? [body] : (body as unknown[]);
  if (values.length > MOST_STATEMENTS) throw tooManyStatements();
  const places = values.map((_, at) => (single ? 'statement' : `[${at}]`));
  const faults = new Faults();
  values.forEach((value, at) => checkStatement(value, places[at] ?? '', now, faults));
  if (faults.count === 0) refuseRepeatedIds(values, places, faults);
  if (faults.count > 0) throw statementsMalformed(faults);
  return values.map((value, at) => identified(value as JsonObject, places[at] ?? ''));
}

function tooManyStatements(): Error {
  const faults = new Faults();
  const most = MOST_STATEMENTS.toLocaleString('ja-JP');
  faults.add(
    'statements',
    `一度に送れるのは${most}件までです。分けて送ってください。`,
    `more than ${most}; send them in parts`,
  );
  return statementsMalformed(faults);
}

/**
 * The statement of a PUT.
 * @throws WordedRefusal 400 "statements-malformed"
 */
export function readPut(body: unknown, statementId: unknown, now: Date): IdentifiedStatement {
  const faults = new Faults();
  if (!isUuid(statementId)) faults.add('statementId', 'UUID が必要です。', 'must be a UUID (RFC 4122)');
  const bodyId = isObject(body) ? body['id'] : undefined;
  if (isUuid(statementId) && isUuid(bodyId) && bodyId.toLowerCase() !== statementId.toLowerCase())
    faults.add('statement.id', 'statementId と違います。', 'differs from the parameter statementId');
  checkStatement(body, 'statement', now, faults);
  if (faults.count > 0) throw statementsMalformed(faults);
  return identified({ ...(body as JsonObject), id: statementId }, 'statement');
}

/** xAPI 1.0.3 part 3, 2.1.2: which of the two would be the statement? */
function refuseRepeatedIds(values: readonly unknown[], places: readonly string[], faults: Faults): void {
  const seen = new Map<string, string>();
  values.forEach((value, at) => {
    const { id } = value as JsonObject;
    if (typeof id !== 'string') return;
    const [key, place] = [id.toLowerCase(), places[at] ?? ''];
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, place);
    else faults.add(`${place}.id`, `${earlier} と同じ id です。`, `is the id of ${earlier} too`);
  });
}

function identified(statement: JsonObject, place: string): IdentifiedStatement {
  const id = typeof statement['id'] === 'string' ? statement['id'].toLowerCase() : randomUUID();
  return { id, place, statement: { ...statement, id } };
}

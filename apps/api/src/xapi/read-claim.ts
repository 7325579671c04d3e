import { dateInJapan, shorten } from '#survey-model';
import { agentIdOf, type AgentId } from './agent-id.js';
import { isObject, type JsonObject } from './check-values.js';
import { readTimestamp } from './read-timestamp.js';

/** What a statement says that concerns us: this person completed this activity on this day. */
export interface Claim {
  readonly actor: AgentId;
  readonly activityId: string;
  readonly activityName: string;
  /** "YYYY-MM-DD" in Japan. */
  readonly completedOn: string;
  /** Whole marks, 0 to 100; null where the statement has none. */
  readonly mark: number | null;
  /** The verb was "passed": the learning system has judged, whatever the mark. */
  readonly passed: boolean;
}

/** Why a statement concerns nobody's training. */
export type IgnoredReason =
  | 'verb-not-counted'
  | 'voiding-not-supported'
  | 'object-not-activity'
  | 'actor-is-group'
  | 'not-completed'
  | 'not-successful';

const COMPLETED = 'http://adlnet.gov/expapi/verbs/completed';
const PASSED = 'http://adlnet.gov/expapi/verbs/passed';
const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';

/**
 * Reads the claim of a statement that has passed `checkStatement`.
 * @param receivedAt its time where it gives none; a sender's clock that runs ahead makes nothing later than this day
 */
export function readClaim(
  statement: JsonObject,
  receivedAt: Date,
): { readonly claim: Claim } | { readonly ignored: IgnoredReason } {
  const ignored = ignoredReason(statement);
  if (ignored) return { ignored };
  const object = objectIn(statement, 'object');
  const timestamp = readTimestamp(statement['timestamp']) ?? receivedAt;
  const claim = {
    actor: agentIdOf(objectIn(statement, 'actor')),
    activityId: String(object['id']),
    activityName: nameOf(objectIn(objectIn(object, 'definition'), 'name')),
    completedOn: dateInJapan(timestamp < receivedAt ? timestamp : receivedAt),
    mark: markOf(objectIn(objectIn(statement, 'result'), 'score')),
    passed: objectIn(statement, 'verb')['id'] === PASSED,
  };
  return { claim };
}

function ignoredReason(statement: JsonObject): IgnoredReason | null {
  const { id: verb } = objectIn(statement, 'verb');
  if (verb === VOIDED) return 'voiding-not-supported';
  if (verb !== COMPLETED && verb !== PASSED) return 'verb-not-counted';
  if ((objectIn(statement, 'object')['objectType'] ?? 'Activity') !== 'Activity') return 'object-not-activity';
  if (objectIn(statement, 'actor')['objectType'] === 'Group') return 'actor-is-group';
  const { completion, success } = objectIn(statement, 'result');
  if (completion === false) return 'not-completed';
  return success === false ? 'not-successful' : null;
}

/** In Japanese, else in whatever language comes first. */
function nameOf(names: JsonObject): string {
  const texts = Object.entries(names).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const japanese = texts.find(([language]) => /^ja\b/i.test(language));
  return shorten((japanese ?? texts[0])?.[1] ?? '', 200);
}

/**
 * scaled × 100, else raw between min and max, else raw where it can be a mark. Rounded down: 59.9 is not 60. Six decimals first, because
 * 0.29 × 100 is 28.999… in binary.
 */
function markOf(score: JsonObject): number | null {
  const { scaled, raw, min = 0, max } = score as Readonly<Record<string, number | undefined>>;
  const exact = scaled !== undefined ? scaled * 100 : raw === undefined ? null : max ? shareOf(raw, min, max) : raw;
  if (exact === null || exact > 100) return null;
  return Math.max(0, Math.floor(Number(exact.toFixed(6))));
}

function shareOf(raw: number, min: number, max: number): number | null {
  return max > min ? ((raw - min) / (max - min)) * 100 : null;
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

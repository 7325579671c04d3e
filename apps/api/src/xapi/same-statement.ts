import { agentIdOf, agentText } from './agent-id.js';
import { isObject, type JsonObject } from './check-values.js';
import { readTimestamp } from './read-timestamp.js';

/**
 * Whether two statements with one id say the same (xAPI 1.0.3 part 2, 2.3.1): differences that a record store may make itself do not
 * count, such as names and definitions, the order of keys, or what it fills in where it is left out.
 */
export function sameStatement(one: JsonObject, other: JsonObject): boolean {
  return sameInstant(one['timestamp'], other['timestamp']) && canonical(one) === canonical(other);
}

function sameInstant(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return true;
  return readTimestamp(one)?.getTime() === readTimestamp(other)?.getTime();
}

function canonical(statement: JsonObject): string {
  return JSON.stringify(sorted(event(statement)));
}

/** What cannot change of a statement or a statement within one. */
function event({ actor, verb, object, result, context, attachments }: JsonObject): JsonObject {
  return {
    actor: agent(actor),
    verb: isObject(verb) ? verb['id'] : verb,
    object: target(object),
    result,
    context: isObject(context) ? surroundings(context) : context,
    attachments,
  };
}

function target(object: unknown): unknown {
  if (!isObject(object)) return object;
  const { objectType = 'Activity', id } = object;
  if (objectType === 'Agent' || objectType === 'Group') return agent(object);
  if (objectType === 'SubStatement') return { objectType, ...event(object), timestamp: object['timestamp'] };
  return { objectType, id: objectType === 'StatementRef' ? String(id).toLowerCase() : id };
}

/** Its identifier, without its name; of a group also its members, in no order. */
function agent(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { objectType = 'Agent', member } = value;
  const anonymous = ['mbox', 'mbox_sha1sum', 'openid', 'account'].every((key) => value[key] === undefined);
  const members: unknown[] = Array.isArray(member) ? member : [];
  return {
    objectType,
    id: anonymous ? undefined : agentText(agentIdOf(value)),
    member: members.map((each) => JSON.stringify(sorted(agent(each)))).sort(),
  };
}

function surroundings(context: JsonObject): JsonObject {
  const { instructor, team, contextActivities, ...rest } = context;
  return {
    ...rest,
    instructor: agent(instructor),
    team: agent(team),
    contextActivities: isObject(contextActivities)
      ? Object.fromEntries(Object.entries(contextActivities).map(([key, each]) => [key, activityIds(each)]))
      : contextActivities,
  };
}

/** One activity alone and a list of one are the same. */
function activityIds(value: unknown): unknown[] {
  const activities: unknown[] = Array.isArray(value) ? value : [value];
  return activities.map((each) => (isObject(each) ? String(each['id']) : String(each))).sort();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

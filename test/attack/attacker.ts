import type { Dump, DumpedRow } from './dump.js';
import { marksOf, serialsInLog, serialsInRelation } from './file-marks.js';

/** A way of putting people, or ballots, in an order. Best first; nobody twice. */
export interface Ordering {
  readonly how: string;
  readonly keys: readonly string[];
}

/** What one way of linking said: person (staff number) -> serial (hex). */
export interface Guess {
  readonly how: string;
  readonly links: ReadonlyMap<string, string>;
}

/** A dump is looked at several times: alone, and against the ones before and after it. */
function oncePerDump<T>(find: (dump: Dump) => T): (dump: Dump) => T {
  const known = new WeakMap<Dump, T>();
  return (dump) => {
    const found = known.get(dump) ?? find(dump);
    known.set(dump, found);
    return found;
  };
}

type Rows = readonly DumpedRow[];

/**
 * Everything that can be put in an order: by place in the table, by transaction, by TOAST chunk, by every number and every time stored.
 * Knows nothing of the product but which columns name a person or a ballot.
 */
function orderings(rows: Rows, keyOf: (row: DumpedRow) => string | null): Ordering[] {
  const keyed = rows.flatMap((row) => {
    const key = keyOf(row);
    return key === null ? [] : [{ key, row }];
  });
  const by = (how: string, value: (row: DumpedRow) => number | null): Ordering[] => {
    const valued = keyed.flatMap(({ key, row }) => {
      const number = value(row);
      return number === null ? [] : [{ key, number, place: row.page * 1000 + row.line }];
    });
    if (new Set(valued.map(({ number }) => number)).size < 2) return [];
    valued.sort((a, b) => a.number - b.number || a.place - b.place);
    return [{ how, keys: [...new Set(valued.map(({ key }) => key))] }];
  };
  const columns = new Set(keyed.flatMap(({ row }) => Object.keys(row.columns)));
  const chunks = new Set(keyed.flatMap(({ row }) => Object.keys(row.chunkIds)));
  return [
    ...by('ctid', (row) => row.page * 1000 + row.line),
    ...by('xmin', ({ xmin }) => xmin),
    ...by('xmax', ({ xmax }) => xmax),
    ...[...chunks].flatMap((column) => by(`toast of ${column}`, (row) => row.chunkIds[column] ?? null)),
    ...[...columns].flatMap((column) => by(column, (row) => numberOf(row.columns[column]))),
    ...[...columns].flatMap((column) => by(`size of ${column}`, (row) => sizeOf(row.columns[column]))),
  ];
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  return null;
}

function sizeOf(value: unknown): number | null {
  if (Buffer.isBuffer(value)) return value.length;
  return typeof value === 'string' ? value.length : null;
}

/** Who is who on the identified side: every id that names a person, to their staff number. */
function identities(dump: Dump): Map<string, string> {
  const known = new Map<string, string>();
  for (const { columns } of dump.tables.get('identity.staff_member') ?? [])
    known.set(String(columns['id']), String(columns['staff_number']));
  for (const { columns } of dump.tables.get('identity.account') ?? []) {
    const staffNumber = columns['staff_number'];
    if (typeof staffNumber !== 'string') continue;
    known.set(String(columns['id']), staffNumber);
    known.set(String(columns['login']), staffNumber);
  }
  for (const staffNumber of [...known.values()]) known.set(staffNumber, staffNumber);
  return known;
}

/** Orders of people in every table of the identified side, in sessions, and in logs. */
export const peopleOrderings = oncePerDump((dump: Dump): Ordering[] => {
  const known = identities(dump);
  const personOf = ({ columns }: DumpedRow): string | null => {
    for (const [name, value] of Object.entries(columns)) {
      if (name === 'id' || typeof value !== 'string') continue;
      const person = known.get(value);
      if (person !== undefined) return person;
    }
    return null;
  };
  const found: Ordering[] = [];
  for (const [table, rows] of dump.tables) {
    if (table.startsWith('ballot:') || table === 'identity.staff_member' || table === 'identity.staff_change') continue;
    const answered =
      table === 'identity.participation' ? rows.filter(({ columns }) => columns['ticket_signature']) : rows;
    for (const each of orderings(answered, personOf)) found.push({ how: `${table} by ${each.how}`, keys: each.keys });
    // Those alone who are known to be done: their ballots are in the box.
    const done = rows.filter(({ columns }) => columns['state'] === 'done');
    if (table === 'identity.participation')
      for (const each of orderings(done, personOf)) found.push({ how: `done by ${each.how}`, keys: each.keys });
  }
  const sessions = dump.valkey.flatMap(({ ttl, value }) => {
    const person = [...value.matchAll(/[\w-]{4,}/g)]
      .map(([word]) => known.get(word))
      .find((each) => each !== undefined);
    return person === undefined ? [] : [{ person, ttl }];
  });
  sessions.sort((a, b) => a.ttl - b.ttl);
  if (sessions.length > 1)
    found.push({ how: 'sessions by expiry', keys: [...new Set(sessions.map(({ person }) => person))] });
  const named = [...dump.logs.matchAll(/\b\d{4,6}\b/g)].flatMap(([word]) => known.get(word) ?? []);
  if (named.length > 1) found.push({ how: 'order in the logs', keys: [...new Set(named)] });
  return found;
});

/** Orders of ballots in every table and in every file of the anonymous side. */
export const ballotOrderings = oncePerDump((dump: Dump): Ordering[] => {
  const found: Ordering[] = [];
  const rowsByName = [...dump.tables].filter(([table]) => table.startsWith('ballot:'));
  for (const [table, rows] of rowsByName) {
    const serialOf = ({ columns }: DumpedRow): string | null => {
      const serial = columns['serial'];
      return Buffer.isBuffer(serial) ? serial.toString('hex') : null;
    };
    for (const each of orderings(rows, serialOf)) found.push({ how: `${table} by ${each.how}`, keys: each.keys });
  }
  const marks = marksOf(rowsByName.map(([, rows]) => rows));
  for (const [name, content] of dump.files) {
    const keys = serialsInRelation(content, marks);
    if (keys.length > 1) found.push({ how: `file ${name}`, keys });
  }
  const logged = serialsInLog([...dump.writeAheadLog], marks);
  if (logged.length > 1) found.push({ how: 'write-ahead log', keys: logged });
  return found;
});

/** Matches the two orders rank by rank, from the front and from the back, among the people and ballots it is told of. */
export function linkByRank(people: Ordering, ballots: Ordering): Guess[] {
  const how = `${people.how} ↔ ${ballots.how}`;
  const backwards = people.keys.length - ballots.keys.length;
  const from = (offset: number, suffix: string): Guess => ({
    how: how + suffix,
    links: new Map(
      ballots.keys.flatMap((serial, at): [string, string][] => {
        const person = people.keys[at + offset];
        return person === undefined ? [] : [[person, serial]];
      }),
    ),
  });
  return backwards === 0 ? [from(0, '')] : [from(0, ' (front)'), from(backwards, ' (back)')];
}

/** Links people to ballots whose bytes can be read, where what they declare about themselves is true of one person only. */
export function linkByAttributes(dump: Dump): Guess {
  const people = new Map<string, string | null>();
  const known = identities(dump);
  for (const { columns } of dump.tables.get('identity.participation') ?? []) {
    const key = [columns['department_code'], columns['position_key'], columns['age_band']].join(' ');
    people.set(key, people.has(key) ? null : (known.get(String(columns['staff_member_id'])) ?? null));
  }
  const links = new Map<string, string>();
  for (const [table, rows] of dump.tables) {
    if (!table.startsWith('ballot:')) continue;
    for (const { columns } of rows) {
      const serial = columns['serial'];
      if (!Buffer.isBuffer(serial)) continue;
      const declared = Object.values(columns).flatMap((value) => (Buffer.isBuffer(value) ? readAttributes(value) : []));
      for (const key of declared) {
        const person = people.get(key);
        if (person) links.set(person, serial.toString('hex'));
      }
    }
  }
  return { how: 'attributes read in the ballot', links };
}

function readAttributes(bytes: Buffer): string[] {
  const text = bytes.toString('latin1');
  const value = (key: string): string | undefined => new RegExp(`"${key}":"([^"]+)"`).exec(text)?.[1];
  const [department, position, ageBand] = ['department', 'position', 'ageBand'].map(value);
  return department && position && ageBand ? [[department, position, ageBand].join(' ')] : [];
}

/** Keeps those of an ordering that satisfy a condition. */
export function among(ordering: Ordering, keep: ReadonlySet<string>): Ordering {
  return { how: ordering.how, keys: ordering.keys.filter((key) => keep.has(key)) };
}

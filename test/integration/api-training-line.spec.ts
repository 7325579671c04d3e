import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EnrolmentResponse, TrainingSessionResponse } from '#contract';
import type { ApiVisitor } from '../factories/api-visitor.js';
import { loadTestRoster, setUp, startTestApi, type TestApi } from '../factories/api.factory.js';
import {
  addProgramme,
  addStaff,
  apply,
  createCourse,
  createSession,
  decide,
  getSession,
  giveBack,
  onDay,
  places,
  seat,
  sessionBody,
  signInAll,
} from '../factories/training.factory.js';

const PEOPLE = 8;
const FIRST_CAPACITY = 2;

type Step =
  | { readonly kind: 'apply' | 'cancel' | 'decline'; readonly who: number }
  | { readonly kind: 'capacity'; readonly seats: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('apply' as const), who: fc.nat(PEOPLE - 1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel' as const), who: fc.nat(PEOPLE - 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decline' as const), who: fc.nat(PEOPLE - 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), seats: fc.integer({ min: 1, max: 5 }) }),
  },
);

let api: TestApi;
let hr: ApiVisitor;
let head: ApiVisitor;
let numbers: string[];
let people: Map<string, ApiVisitor>;
let day = 0;

beforeAll(async () => {
  api = await startTestApi();
  hr = await setUp(api);
  await loadTestRoster(api);
  numbers = await addStaff(api, PEOPLE);
  people = await signInAll(api, [...numbers, '1011']);
  head = person('1011');
  await addProgramme(api);
  await createCourse(hr);
}, 300_000);
afterAll(() => api?.stop());

function person(staffNumber: string): ApiVisitor {
  const visitor = people.get(staffNumber);
  if (!visitor) throw new Error(`${staffNumber} is not signed in`);
  return visitor;
}

const freshSession = (): Promise<TrainingSessionResponse> =>
  createSession(hr, { ...onDay((day += 1)), capacity: FIRST_CAPACITY });

/** One step over HTTP. @param known enrolment ids by staff number, which it fills */
async function take(session: TrainingSessionResponse, known: Map<string, string>, each: Step): Promise<number> {
  if (each.kind === 'capacity') {
    const { courseKey, startsAt, endsAt, applyUntil } = session;
    const body = sessionBody({ courseKey, startsAt, endsAt, applyUntil, capacity: each.seats });
    return (await hr.put(`/api/training/sessions/${session.id}`, body)).status;
  }
  const staffNumber = numbers[each.who] ?? '';
  if (each.kind === 'apply') {
    const reply = await apply(person(staffNumber), session.id);
    if (reply.status === 201) known.set(staffNumber, ((await reply.json()) as EnrolmentResponse).id);
    return reply.status;
  }
  const id = known.get(staffNumber);
  if (id === undefined) return 404;
  return (await (each.kind === 'cancel' ? giveBack(person(staffNumber), id) : decide(head, id, false))).status;
}

/** What the rules say, written down without a database. */
class Line {
  seated: string[] = [];
  waiting: string[] = [];
  known = new Set<string>();
  capacity = FIRST_CAPACITY;

  /** @returns the status that the step must get */
  take(each: Step): number {
    if (each.kind === 'capacity') {
      if (each.seats < this.seated.length) return 409;
      this.capacity = each.seats;
      return this.fill(200);
    }
    const staffNumber = numbers[each.who] ?? '';
    const holds = this.seated.includes(staffNumber) || this.waiting.includes(staffNumber);
    if (each.kind === 'apply') {
      if (holds) return 409;
      this.known.add(staffNumber);
      this.waiting.push(staffNumber);
      return this.fill(201);
    }
    if (!holds) return this.known.has(staffNumber) ? 409 : 404;
    this.seated = this.seated.filter((other) => other !== staffNumber);
    this.waiting = this.waiting.filter((other) => other !== staffNumber);
    return this.fill(200);
  }

  private fill(status: number): number {
    this.seated.push(...this.waiting.splice(0, this.capacity - this.seated.length));
    return status;
  }
}

describe('seats and line', () => {
  it('follow the rules step by step, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const session = await freshSession();
        const line = new Line();
        const known = new Map<string, string>();
        for (const each of steps) {
          expect(await take(session, known, each)).toBe(line.take(each));
          const { seated, waiting } = places(await getSession(hr, session.id));
          expect({ seated, waiting }).toEqual({ seated: line.seated, waiting: line.waiting });
        }
      }),
      { numRuns: 8 },
    );
  });

  it('hold when everything is asked at once: no seat too many, none left free, nobody overtaken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 4, maxLength: 10 }), { minLength: 3, maxLength: 4 }),
        async (rounds) => {
          const session = await freshSession();
          const known = new Map<string, string>();
          await Promise.all(numbers.slice(0, 5).map((_, who) => take(session, known, { kind: 'apply', who })));
          for (const round of rounds) {
            const statuses = await Promise.all(round.map((each) => take(session, known, each)));
            expect(statuses.filter((status) => status >= 500)).toEqual([]);
            await requireOrder(session.id);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  /** Who has a seat came before everybody who waits. */
  async function requireOrder(session: string): Promise<void> {
    const [row] = await api.main.query<{ seated: number; waiting: number; capacity: number; fair: boolean }[]>(
      `SELECT count(*) FILTER (WHERE e.place = 'seated')::integer AS seated, t.capacity,
         count(*) FILTER (WHERE e.place = 'waiting')::integer AS waiting,
         COALESCE(max(e.ordinal) FILTER (WHERE e.place = 'seated') < min(e.ordinal) FILTER (WHERE e.place = 'waiting'), true) AS fair
       FROM training.session t JOIN training.enrolment e ON e.session_id = t.id WHERE t.id = $1 GROUP BY t.id`,
      [session],
    );
    expect(row?.fair).toBe(true);
    expect(row?.seated).toBeLessThanOrEqual(row?.capacity ?? 0);
    if ((row?.waiting ?? 0) > 0) expect(row?.seated).toBe(row?.capacity);
  }
});

describe('a mail that cannot be put down', () => {
  const counts = async (): Promise<unknown> =>
    api.main.query(
      `SELECT (SELECT count(*) FROM training.enrolment WHERE place = 'seated') AS seated,
         (SELECT count(*) FROM training.notice) AS notices, (SELECT count(*) FROM jobs.job) AS jobs`,
    );

  it('leaves nothing half written', async () => {
    const session = await freshSession();
    const { id } = await seat(person(numbers[0] ?? ''), session.id);
    for (const at of [1, 2]) await seat(person(numbers[at] ?? ''), session.id);
    const before = await counts();
    await api.main.query(
      `CREATE FUNCTION jobs.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`,
    );
    await api.main.query('CREATE TRIGGER refuse BEFORE INSERT ON jobs.job FOR EACH ROW EXECUTE FUNCTION jobs.refuse()');
    expect((await apply(person(numbers[3] ?? ''), session.id)).status).toBe(500);
    expect((await giveBack(person(numbers[0] ?? ''), id)).status).toBe(500);
    expect((await decide(head, id, false)).status).toBe(500);
    expect((await hr.post(`/api/training/sessions/${session.id}/cancel`, { reason: '' })).status).toBe(500);
    await api.main.query('DROP TRIGGER refuse ON jobs.job');
    expect(await counts()).toEqual(before);
    const detail = await getSession(hr, session.id);
    expect(detail.session.state).toBe('scheduled');
    expect(places(detail)).toEqual({ seated: numbers.slice(0, 2), waiting: [numbers[2]], cancelled: [] });
  });
});

import { hash } from '@node-rs/argon2';
import type {
  CourseResponse,
  EnrolmentResponse,
  TrainingSessionDetailResponse,
  TrainingSessionResponse,
} from '#contract';
import type { NoticeKind } from '#survey-model';
import type { ApiVisitor } from './api-visitor.js';
import { PASSWORD, type TestApi } from './api.factory.js';

/** The least argon2 takes: what is tested is not the password, and there are hundreds of people. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** Puts a programme with two methods into the plan. */
export async function addProgramme({ main }: TestApi, key = 'dx', name = 'DX推進員'): Promise<void> {
  await main.query(
    `INSERT INTO training.programme (key, name, counting, methods, sort)
     VALUES ($1, $2, 'once-in-plan', '[{"method": "集合研修"}, {"method": "eラーニング"}]', 0)`,
    [key, name],
  );
}

export function createCourse(hr: ApiVisitor, fields: Readonly<Record<string, unknown>> = {}): Promise<CourseResponse> {
  return hr.read<CourseResponse>(hr.post('/api/training/courses', courseBody(fields)), 201);
}

export function courseBody(fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    key: 'basics',
    name: 'DX基礎',
    description: '',
    programmeKey: 'dx',
    method: '集合研修',
    points: 1,
    passMark: null,
    activityId: null,
    withdrawn: false,
    ...fields,
  };
}

/** An afternoon in November, when no day is given. */
export function sessionBody(fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    courseKey: 'basics',
    startsAt: '2026-11-10T13:30:00+09:00',
    endsAt: '2026-11-10T15:00:00+09:00',
    room: '',
    capacity: 2,
    applyUntil: '2026-11-05',
    note: '',
    ...fields,
  };
}

export function createSession(
  hr: ApiVisitor,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<TrainingSessionResponse> {
  return hr.read<TrainingSessionResponse>(hr.post('/api/training/sessions', sessionBody(fields)), 201);
}

/** A session of two hours that overlaps with none of another day. @param day counts from 1 November */
export function onDay(day: number): Record<string, unknown> {
  const date = new Date(Date.UTC(2026, 10, day)).toISOString().slice(0, 10);
  return { startsAt: `${date}T10:00:00+09:00`, endsAt: `${date}T12:00:00+09:00`, applyUntil: '2026-10-31' };
}

export const getSession = (hr: ApiVisitor, id: string): Promise<TrainingSessionDetailResponse> =>
  hr.read<TrainingSessionDetailResponse>(hr.get(`/api/training/sessions/${id}`));

export const apply = (person: ApiVisitor, session: string): Promise<Response> =>
  person.post(`/api/training/sessions/${session}/applications`);

export const seat = (person: ApiVisitor, session: string): Promise<EnrolmentResponse> =>
  person.read<EnrolmentResponse>(apply(person, session), 201);

export const nominate = (head: ApiVisitor, session: string, staffNumbers: readonly string[]): Promise<Response> =>
  head.post(`/api/training/sessions/${session}/nominations`, { staffNumbers, reason: '' });

export const giveBack = (person: ApiVisitor, enrolment: string, reason = ''): Promise<Response> =>
  person.post(`/api/training/enrolments/${enrolment}/cancel`, { reason });

export const decide = (head: ApiVisitor, enrolment: string, approve: boolean, reason = ''): Promise<Response> =>
  head.post(`/api/training/enrolments/${enrolment}/decision`, { approve, reason });

/** Staff numbers by place, in the order of the page. */
export function places({
  enrolments,
}: TrainingSessionDetailResponse): Record<'seated' | 'waiting' | 'cancelled', string[]> {
  const of = (place: string) => enrolments.filter((each) => each.place === place).map(({ staffNumber }) => staffNumber);
  return { seated: of('seated'), waiting: of('waiting'), cancelled: of('cancelled') };
}

/** Who was told what about a session, "1002 seated", each with the job that sends it; in the order of telling. */
export async function toldAbout({ main }: TestApi, session: string, kind?: NoticeKind): Promise<string[]> {
  const rows = await main.query<{ line: string }[]>(
    `SELECT n.staff_number || ' ' || n.kind AS line FROM training.notice n JOIN training.enrolment e ON e.id = n.enrolment_id
     JOIN jobs.job j ON j.name = 'notice.send' AND j.payload ->> 'noticeId' = n.id::text
     WHERE e.session_id = $1 AND ($2::text IS NULL OR n.kind = $2) ORDER BY n.created_at, e.ordinal, n.kind, n.staff_number`,
    [session, kind ?? null],
  );
  return rows.map(({ line }) => line);
}

/** People in B1, where 1011 is head. @returns their staff numbers, ascending */
export async function addStaff({ main }: TestApi, count: number): Promise<string[]> {
  const rows = await main.query<{ staff_number: string }[]>(
    `INSERT INTO identity.staff_member (staff_number, name, department_code, position_key, job_type, employment_type, status)
     SELECT to_char(n, 'FM"5"0000'), '職員 ' || n, 'B1', 'officer', '事務職', 'regular', 'active' FROM generate_series(1, $1::integer) n
     RETURNING staff_number`,
    [count],
  );
  return rows.map(({ staff_number }) => staff_number).sort();
}

/** Accounts with a password that costs next to nothing to check, signed in over HTTP. */
export async function signInAll(
  { main, visitor }: TestApi,
  staffNumbers: readonly string[],
): Promise<Map<string, ApiVisitor>> {
  const passwordHash = await hash(PASSWORD, CHEAP);
  await main.query(
    `INSERT INTO identity.account (login, display_name, staff_number, password_hash)
     SELECT staff_number, name, staff_number, $2 FROM identity.staff_member WHERE staff_number = ANY ($1)`,
    [staffNumbers, passwordHash],
  );
  const people = staffNumbers.map((staffNumber) => [staffNumber, visitor()] as const);
  await Promise.all(people.map(([staffNumber, each]) => each.read(each.signIn(staffNumber))));
  return new Map(people);
}

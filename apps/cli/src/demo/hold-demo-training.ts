import { randomUUID } from 'node:crypto';
import { addDays } from '#survey-model';
import { DEMO_COURSES, type DemoSessionPlan } from './demo-courses.js';
import { DEMO_PASSWORD } from './demo-sign-ins.js';
import type { DemoSession, DemoTraining } from './demo-training.js';
import { HttpSession } from './http-session.js';
import { Random } from './random.js';

interface Enrolment {
  readonly id: string;
  readonly staffNumber: string;
  readonly place: 'seated' | 'waiting' | 'cancelled';
}

interface HeldSession {
  readonly plan: DemoSessionPlan;
  readonly id: string;
}

/** In April: courses, the sessions of the year, and whom HR nominates. @returns the sessions as created */
export async function planDemoSessions(hr: HttpSession, sessions: readonly DemoSession[]): Promise<HeldSession[]> {
  for (const course of DEMO_COURSES) await hr.post('/api/training/courses', { ...course, points: 1, withdrawn: false });
  const created: HeldSession[] = [];
  for (const { plan, staffNumbers } of sessions) {
    const { id } = await hr.post<{ id: string }>('/api/training/sessions', {
      courseKey: plan.courseKey,
      startsAt: `${plan.date}T${plan.from}:00+09:00`,
      endsAt: `${plan.date}T${plan.to}:00+09:00`,
      room: plan.room,
      capacity: plan.capacity,
      applyUntil: addDays(plan.date, -7),
      note: '',
    });
    if (staffNumbers.length > 0) {
      await hr.post(`/api/training/sessions/${id}/nominations`, { staffNumbers, reason: '所属の推薦による' });
    }
    created.push({ plan, id });
  }
  return created;
}

/** Today: what was held is settled, the learning system reports, and one of the staff applies for a session to come. */
export async function holdDemoSessions(
  hr: HttpSession,
  staff: HttpSession,
  sessions: readonly HeldSession[],
  { learners }: DemoTraining,
): Promise<void> {
  const random = new Random(811);
  const now = new Date().toISOString();
  const hasEnded = ({ date, to }: DemoSessionPlan): boolean => new Date(`${date}T${to}:00+09:00`).toISOString() < now;
  for (const { plan, id } of sessions) if (hasEnded(plan)) await settle(hr, random, plan, id);
  await reportLearning(
    hr,
    learners.filter(({ day }) => `${day}T12:00:00Z` < now),
  );
  const next = sessions.filter(({ plan }) => plan.courseKey === 'dx-promoter-training' && !hasEnded(plan)).at(-1);
  if (!next) return;
  await staff.post('/api/session', { login: '100004', password: DEMO_PASSWORD });
  await staff.post(`/api/training/sessions/${next.id}/applications`);
}

/** About one in twelve stays away, and a few do not pass. */
async function settle(hr: HttpSession, random: Random, { courseKey }: DemoSessionPlan, id: string): Promise<void> {
  const { enrolments } = await hr.get<{ enrolments: Enrolment[] }>(`/api/training/sessions/${id}`);
  const marked = DEMO_COURSES.find(({ key }) => key === courseKey)?.passMark !== null;
  const entries = enrolments
    .filter(({ place }) => place === 'seated')
    .map(({ id: enrolmentId }) => {
      const attendance = random.next() < 0.08 ? 'absent' : 'attended';
      const mark = Math.round(Math.min(100, Math.max(0, 78 + 10 * random.normal())));
      return { enrolmentId, attendance, mark: marked && attendance === 'attended' ? mark : null };
    });
  await hr.put(`/api/training/sessions/${id}/attendance`, { entries, close: true });
}

/** Statements as Moodle sends them; two of them about people whom the roster does not know. */
async function reportLearning(hr: HttpSession, learners: DemoTraining['learners']): Promise<void> {
  const { secret } = await hr.post<{ secret: string }>('/api/training/statement-sources', {
    key: 'moodle',
    name: '庁内eラーニング(Moodle)',
  });
  const course = DEMO_COURSES.find(({ activityId }) => activityId !== null);
  const statement = (name: string, day: string): object => ({
    id: randomUUID(),
    actor: { account: { homePage: 'https://learning.nozomi.example.jp', name } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
    object: { id: course?.activityId, definition: { name: { ja: course?.name } } },
    result: { completion: true },
    timestamp: `${day}T06:30:00.000Z`,
  });
  const strangers = learners.slice(-2).map(({ day }, at) => statement(['rinji-07', '999999'][at] ?? '', day));
  await hr.postStatements('moodle', secret, [
    ...learners.map(({ staffNumber, day }) => statement(staffNumber, day)),
    ...strangers,
  ]);
}

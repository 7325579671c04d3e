import type { TestApi } from './api.factory.js';
import type { ApiVisitor } from './api-visitor.js';

export const HOME = 'https://moodle.example.jp';
export const VERB = {
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  voided: 'http://adlnet.gov/expapi/verbs/voided',
} as const;

export const activity = (course: string): string => `${HOME}/course/view.php?id=${course}`;
export const account = (name: string) => ({ account: { homePage: HOME, name } });

/** A statement as Moodle's logstore writes it. */
export function statementOf(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    actor: { objectType: 'Agent', name: '山田 太郎', ...account('1001') },
    verb: { id: VERB.completed, display: { en: 'completed' } },
    object: { objectType: 'Activity', id: activity('basics'), definition: { name: { ja: 'DX基礎' } } },
    timestamp: '2026-10-01T10:00:00+09:00',
    ...fields,
  };
}

/** A learning system: what it sends, it sends with key and secret and without cookies. */
export class LearningSystem {
  constructor(
    private readonly url: string,
    readonly key: string,
    readonly secret: string,
  ) {}

  static async register(api: TestApi, hr: ApiVisitor, key: string): Promise<LearningSystem> {
    const body = { key, name: `Moodle ${key}` };
    const { secret } = await hr.read<{ secret: string }>(hr.post('/api/training/statement-sources', body), 201);
    return new LearningSystem(api.url, key, secret);
  }

  withSecret(secret: string): LearningSystem {
    return new LearningSystem(this.url, this.key, secret);
  }

  post(body: unknown, headers: Record<string, string | null> = {}): Promise<Response> {
    return this.send('POST', '', typeof body === 'string' ? body : JSON.stringify(body), headers);
  }

  put(id: string, body: unknown): Promise<Response> {
    return this.send('PUT', `?statementId=${encodeURIComponent(id)}`, JSON.stringify(body), {});
  }

  /** Ids of what was taken. */
  async report(...statements: readonly Record<string, unknown>[]): Promise<string[]> {
    const response = await this.post(statements);
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as string[];
  }

  private send(method: string, query: string, body: string, changes: Record<string, string | null>): Promise<Response> {
    const headers = new Headers({
      'content-type': 'application/json',
      'x-experience-api-version': '1.0.3',
      authorization: `Basic ${Buffer.from(`${this.key}:${this.secret}`).toString('base64')}`,
    });
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    return fetch(`${this.url}/api/xapi/statements${query}`, { method, body, headers });
  }
}

/** A programme with two courses: one that taking part completes, one that wants 60 marks. */
export async function loadTestCourses({ main }: Pick<TestApi, 'main'>): Promise<void> {
  await main.query(
    `INSERT INTO training.programme (key, name, counting, methods, sort)
     VALUES ('dx', 'DX推進員', 'once-in-plan', '[{"method": "eラーニング"}]', 0)`,
  );
  await main.query(
    `INSERT INTO training.course (key, name, programme_key, method, pass_mark, activity_id)
     VALUES ('basics', 'DX基礎', 'dx', 'eラーニング', NULL, $1), ('exam', 'DX試験', 'dx', 'eラーニング', 60, $2)`,
    [activity('basics'), activity('exam')],
  );
}

/** Who completed what, without when it was written down. */
export async function courseCompletions({ main }: Pick<TestApi, 'main'>): Promise<string[]> {
  const rows = await main.query<{ line: string }[]>(
    `SELECT concat_ws(' ', staff_number, course_key, completed_on, COALESCE(mark::text, '-'), source, source_id) AS line
     FROM training.course_completion ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

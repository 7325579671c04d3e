import { createHash, randomBytes } from 'node:crypto';
import { mainDataSourceOptions, RosterRepository } from '#database';
import { startValkey, type RunningValkey } from '#embedded';
import type { DepartmentRecord, StaffRecord } from '#survey-model';
import { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/src/create-api.js';
import { apiLog } from '../../apps/api/src/log/api-log.js';
import { ApiVisitor } from './api-visitor.js';
import { startDatabases, type TestDatabases } from './databases.factory.js';

export const PASSWORD = 'a long enough phrase';
export const NOW = new Date('2026-10-10T03:00:00Z');

export interface TestApi {
  readonly url: string;
  readonly databases: TestDatabases;
  readonly valkey: RunningValkey;
  /** The main database as its owner. */
  readonly main: DataSource;
  setClock(now: Date): void;
  visitor(): ApiVisitor;
  stop(): Promise<void>;
}

/** The api over real HTTP, under its own database role, with a real PostgreSQL server and a real Valkey. Its clock stands still. */
export async function startTestApi(publicUrl = 'http://localhost:8080'): Promise<TestApi> {
  const [databases, valkey] = await Promise.all([startDatabases(), startValkey()]);
  const main = await new DataSource(mainDataSourceOptions(databases.mainOwnerUrl)).initialize();
  let now = NOW;
  const config = {
    host: '127.0.0.1',
    port: 0,
    clock: () => now,
    databaseUrl: databases.mainUrl('nobinobi_api'),
    redisUrl: valkey.url,
    publicUrl,
    sessionSecret: randomBytes(32).toString('base64url'),
    ticketKeyKey: randomBytes(32),
  };
  const app = await createApi(config, apiLog('silent'));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    url,
    databases,
    valkey,
    main,
    setClock: (instant) => void (now = instant),
    visitor: () => new ApiVisitor(url, publicUrl.startsWith('https:') ? 'https' : 'http'),
    stop: async () => {
      await app.close();
      await main.destroy();
      await valkey.stop().catch(() => undefined);
      await databases.stop();
    },
  };
}

/** Makes a one-time link as the launcher does, and uses it. @returns HR and administrator, signed in */
export async function setUp(api: TestApi): Promise<ApiVisitor> {
  const hr = api.visitor();
  const token = await makeSetupToken(api);
  const body = { token, organisation: 'のびのび市', login: 'jinji', displayName: '人事課 担当', password: PASSWORD };
  const reply = await hr.post('/api/setup', body);
  if (reply.status !== 200) throw new Error(`set-up: ${reply.status} ${await reply.text()}`);
  return hr;
}

export async function makeSetupToken({ main }: TestApi): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  await main.query('INSERT INTO identity.setup_link (token_hash, created_at) VALUES ($1, now())', [hash]);
  return token;
}

export const DEPARTMENTS: readonly DepartmentRecord[] = [
  { code: 'A', name: '総務部', parentCode: null },
  { code: 'A1', name: '人事課', parentCode: 'A' },
  { code: 'A2', name: '契約課', parentCode: 'A' },
  { code: 'B', name: '市民部', parentCode: null },
  { code: 'B1', name: '市民課', parentCode: 'B' },
];

/** Who serves where: 20 people, one head in A and one in B1, three who are no target of surveys. */
export function testStaff(): StaffRecord[] {
  const places = ['A', ...repeat('A1', 6), ...repeat('A2', 3), ...repeat('B1', 7)];
  const staff = places.map((departmentCode, at) =>
    person({ staffNumber: String(1001 + at), departmentCode, isHead: at === 0 || at === 10 }),
  );
  const teachers = [1, 2, 3].map((at) =>
    person({ staffNumber: String(2000 + at), departmentCode: 'B1', jobType: '教育職' }),
  );
  return [...staff, ...teachers];
}

export async function loadTestRoster({ main }: TestApi): Promise<void> {
  await main.query(
    `INSERT INTO identity.position (key, name, grades, titles, sort)
     VALUES ('manager', '課長級', '{6}', '{課長}', 0), ('officer', '主事級', '{1,2}', '{主事}', 1) ON CONFLICT DO NOTHING`,
  );
  const staff = testStaff();
  const changes = staff.map(({ staffNumber }) => ({ staffNumber, kind: 'added' as const, changes: [] }));
  const update = { departments: DEPARTMENTS, closedDepartments: [], staff, changes };
  await main.transaction((manager) =>
    new RosterRepository(main).apply(manager, update, { today: '2026-04-01', importId: null }),
  );
}

function person(fields: Partial<StaffRecord> & Pick<StaffRecord, 'staffNumber' | 'departmentCode'>): StaffRecord {
  return {
    name: `職員 ${fields.staffNumber}`,
    kana: null,
    positionKey: fields.isHead ? 'manager' : 'officer',
    grade: null,
    jobType: '事務職',
    employmentType: 'regular',
    birthDate: '1990-10-01',
    age: null,
    hireDate: null,
    status: 'active',
    concurrentPosts: [],
    isHead: false,
    email: null,
    ...fields,
  };
}

function repeat<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}

import { readFileSync } from 'node:fs';
import { DomainError, type AttributeDefinition, type Questionnaire } from '#survey-model';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { dataFile } from '../installation.js';
import type { Platform } from '../start/platform.js';
import { markAsDemo, renewSetupToken } from '../start/setup-link.js';
import { castDemoBallot } from './cast-demo-ballot.js';
import { demoRespondents, publishedMeans } from './demo-answers.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS, HR_LOGIN } from './demo-sign-ins.js';
import { demoCity, DEMO_ORGANISATION, type DemoCity } from './demo-city.js';
import { completionsCsv, rosterCsv } from './demo-files.js';
import { demoCompletions } from './demo-training.js';
import { HttpSession } from './http-session.js';

export interface DemoLoad {
  readonly platform: Platform;
  /** Of the gateway. */
  readonly baseUrl: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The clock under which the survey of 令和6年度 is held: the second day of its period. */
const SURVEY_CLOCK = '2024-05-25T09:00:00+09:00';

/**
 * Builds the demo through the product's own doors: set-up link, roster file, access codes, tickets, ballots, close and tally, completions
 * file. Nothing is written into a table but the mark that this is a demo. The services run twice: at the time of the survey, then today.
 */
export async function loadDemo(load: DemoLoad): Promise<void> {
  const { platform, say, signal } = load;
  const city = demoCity();
  say(`デモを読み込みます: ${DEMO_ORGANISATION}(職員 ${city.staff.length} 人)。1分ほどかかります。`);
  await platform.startServices(SURVEY_CLOCK);
  const hr = await createHr(load);
  signal.throwIfAborted();
  await importFile(hr, 'roster', 'nozomi-roster.csv', rosterCsv(city), say);
  await holdSurvey(load, hr, city);
  await platform.stopServices();
  signal.throwIfAborted();
  await platform.startServices();
  const today = new HttpSession(load.baseUrl);
  await today.post('/api/session', { login: HR_LOGIN, password: DEMO_PASSWORD });
  await importFile(today, 'completions', 'dx-completions.csv', completionsCsv(demoCompletions(city)), say);
}

async function createHr({ platform, baseUrl }: DemoLoad): Promise<HttpSession> {
  const token = await renewSetupToken(platform.stores.mainOwnerUrl);
  if (!token)
    throw new DomainError(
      'conflict',
      'not-empty',
      'すでに人事アカウントがあります。',
      'There is an HR account already.',
    );
  const hr = new HttpSession(baseUrl);
  await hr.post('/api/setup', {
    token,
    organisation: DEMO_ORGANISATION,
    login: HR_LOGIN,
    displayName: '人事課 担当',
    password: DEMO_PASSWORD,
  });
  await markAsDemo(platform.stores.mainOwnerUrl);
  return hr;
}

interface ImportState {
  readonly id: string;
  readonly state: string;
  readonly report: { readonly errorCount: number; readonly validRows: number } | null;
}

/** As HR does on the page: upload, read the dry run, apply. CP932, because that is what roster systems write. */
async function importFile(
  hr: HttpSession,
  kind: string,
  name: string,
  csv: string,
  say: (line: string) => void,
): Promise<void> {
  const uploaded = await hr.upload<ImportState>(
    `/api/imports?kind=${kind}`,
    name,
    new Uint8Array(iconv.encode(csv, 'cp932')),
  );
  const checked = await hr.until<ImportState>(`/api/imports/${uploaded.id}`, ({ state }) => state !== 'waiting');
  if (checked.state !== 'checked' || checked.report?.errorCount !== 0) {
    throw new Error(`demo file ${name}: ${JSON.stringify(checked).slice(0, 2000)}`);
  }
  await hr.post(`/api/imports/${uploaded.id}/apply`, { acceptValid: false });
  await hr.until<ImportState>(`/api/imports/${uploaded.id}`, ({ state }) => state === 'applied');
  say(`  ${name}: ${checked.report.validRows} 行を取り込みました。`);
}

async function holdSurvey({ baseUrl, say, signal }: DemoLoad, hr: HttpSession, city: DemoCity): Promise<void> {
  const questionnaire = JSON.parse(
    readFileSync(dataFile('questionnaires/staff-survey-2024.json'), 'utf8'),
  ) as Questionnaire;
  const survey = await hr.post<{ id: string }>('/api/surveys', {
    title: '令和6年度 人材育成に関する職員アンケート',
    fiscalYear: 2024,
    opensOn: '2024-05-24',
    closesOn: '2024-06-28',
    minGroup: 5,
    custody: 'worker',
    destroyAfterDays: 90,
    targetRule: { excludedJobTypes: ['教育職', '消防職', '医療職'], excludedStatuses: [], excludedEmploymentTypes: [] },
    questionnaire,
  });
  const codes = await accessCodes(await hr.download('/api/access-codes', {}));
  await hr.post(`/api/surveys/${survey.id}/open`);
  const { form } = await new HttpSession(baseUrl).until<{ form: { attributes: AttributeDefinition[] } }>(
    `/ballot/surveys/${survey.id}`,
  );
  const respondents = demoRespondents(city, publishedMeans(), questionnaire);
  const queue = [...respondents];
  const workers = Array.from({ length: 6 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      signal.throwIfAborted();
      const accessCode = codes.get(next.person.staffNumber) ?? '';
      await castDemoBallot(
        { baseUrl, surveyId: survey.id, password: DEMO_PASSWORD, accessCode, attributes: form.attributes },
        next,
      );
    }
  });
  await Promise.all(workers);
  await activate(
    baseUrl,
    codes,
    respondents.map(({ person }) => person.staffNumber),
  );
  say(`  ${respondents.length} 人が回答しました。締め切って開票します。`);
  await hr.post(`/api/surveys/${survey.id}/close`);
  await hr.until<{ state: string }>(`/api/surveys/${survey.id}`, ({ state }) => state === 'released');
}

/** The printed sign-ins must work whether or not they are among those who answered. */
async function activate(baseUrl: string, codes: ReadonlyMap<string, string>, active: readonly string[]): Promise<void> {
  for (const { login } of DEMO_SIGN_INS) {
    const accessCode = codes.get(login);
    if (!accessCode || active.includes(login)) continue;
    await new HttpSession(baseUrl).post('/api/session/first', { login, accessCode, newPassword: DEMO_PASSWORD });
  }
}

/** Staff number -> access code, from the sheet that HR downloads. */
async function accessCodes(xlsx: Buffer): Promise<Map<string, string>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(xlsx).buffer);
  const codes = new Map<string, string>();
  book.worksheets[0]?.eachRow((row) => {
    const texts = Array.isArray(row.values) ? row.values.map((value) => String(value ?? '')) : [];
    const staffNumber = texts.find((text) => /^\d{6}$/.test(text));
    const code = texts.at(-1);
    if (staffNumber && code) codes.set(staffNumber, code);
  });
  return codes;
}

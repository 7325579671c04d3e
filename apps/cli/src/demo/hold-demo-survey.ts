import { readFileSync } from 'node:fs';
import type { AttributeDefinition, Questionnaire } from '#survey-model';
import ExcelJS from 'exceljs';
import { dataFile } from '../installation.js';
import type { DemoCast } from './cast-demo-ballot.js';
import { castAll } from './casting-threads.js';
import type { DemoRespondent } from './demo-answers.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from './demo-sign-ins.js';
import { HttpSession } from './http-session.js';

export interface DemoSurvey {
  readonly title: string;
  readonly fiscalYear: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly respondents: readonly DemoRespondent[];
}

/** Who can sign in how. Grows with every sheet of codes, and with every code that was spent. */
export class DemoKeys {
  private readonly codes = new Map<string, string>();
  private readonly active = new Set<string>();

  /** HR downloads a sheet for all who have neither code nor password, and hands it out. */
  async handOut(hr: HttpSession): Promise<void> {
    for (const [staffNumber, code] of await readSheet(await hr.download('/api/access-codes', {})))
      this.codes.set(staffNumber, code);
  }

  /** The code the person has to begin with; null for one who has a password. */
  codeOf(staffNumber: string): string | null {
    return this.active.has(staffNumber) ? null : (this.codes.get(staffNumber) ?? '');
  }

  spent(staffNumber: string): void {
    this.active.add(staffNumber);
  }
}

export function demoQuestionnaire(): Questionnaire {
  return JSON.parse(readFileSync(dataFile('questionnaires/staff-survey-2024.json'), 'utf8')) as Questionnaire;
}

/** One wave from the draft to the release, as HR and staff hold it. */
export async function holdSurvey(
  {
    baseUrl,
    say,
    signal,
  }: { readonly baseUrl: string; readonly say: (line: string) => void; readonly signal: AbortSignal },
  hr: HttpSession,
  keys: DemoKeys,
  { respondents, ...survey }: DemoSurvey,
): Promise<void> {
  const { id: surveyId } = await hr.post<{ id: string }>('/api/surveys', {
    ...survey,
    minGroup: 5,
    custody: 'worker',
    destroyAfterDays: 90,
    targetRule: { excludedJobTypes: ['教育職', '消防職', '医療職'], excludedStatuses: [], excludedEmploymentTypes: [] },
    questionnaire: demoQuestionnaire(),
  });
  await keys.handOut(hr);
  await hr.post(`/api/surveys/${surveyId}/open`);
  const { form } = await new HttpSession(baseUrl).until<{ form: { attributes: AttributeDefinition[] } }>(
    `/ballot/surveys/${surveyId}`,
  );
  const casts = respondents.map((respondent): DemoCast => ({
    baseUrl,
    surveyId,
    opensOn: survey.opensOn,
    accessCode: keys.codeOf(respondent.person.staffNumber),
    password: DEMO_PASSWORD,
    attributes: form.attributes,
    respondent,
  }));
  await castAll(casts, signal);
  for (const { person } of respondents) keys.spent(person.staffNumber);
  await activateSignIns(baseUrl, keys);
  say(`  ${survey.title}: ${respondents.length} 人が回答しました。締め切って開票します。`);
  await hr.post(`/api/surveys/${surveyId}/close`);
  await hr.until<{ state: string }>(`/api/surveys/${surveyId}`, ({ state }) => state === 'released');
}

/** The printed sign-ins must work whether or not they are among those who answered. */
async function activateSignIns(baseUrl: string, keys: DemoKeys): Promise<void> {
  for (const { login } of DEMO_SIGN_INS) {
    const accessCode = keys.codeOf(login);
    if (!accessCode) continue;
    await new HttpSession(baseUrl).post('/api/session/first', { login, accessCode, newPassword: DEMO_PASSWORD });
    keys.spent(login);
  }
}

/** Staff number -> access code, from the sheet that HR downloads. */
async function readSheet(xlsx: Buffer): Promise<Map<string, string>> {
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

import ExcelJS from 'exceljs';
import { HttpSession } from '../../apps/cli/src/demo/http-session.js';

export const PASSWORD = 'a long enough phrase';

interface ImportState {
  readonly id: string;
  readonly state: string;
}

/** What HR does, over HTTP: from the one-time link to the close. */
export class HrOffice {
  private constructor(
    readonly session: HttpSession,
    private readonly url: string,
  ) {}

  static async setUp(url: string, setupUrl: string | null, organisation: string): Promise<HrOffice> {
    const token = new URL(setupUrl ?? '').searchParams.get('token');
    const session = new HttpSession(url);
    await session.post('/api/setup', {
      token,
      organisation,
      login: 'jinji',
      displayName: '人事 担当',
      password: PASSWORD,
    });
    return new HrOffice(session, url);
  }

  static async signIn(url: string, password = PASSWORD): Promise<HrOffice> {
    const session = new HttpSession(url);
    await session.post('/api/session', { login: 'jinji', password });
    return new HrOffice(session, url);
  }

  /** Dry run, then apply. @throws Error with the report when a line is wrong */
  async importFile(kind: 'roster' | 'completions', name: string, csv: string): Promise<void> {
    const { id } = await this.session.upload<ImportState>(
      `/api/imports?kind=${kind}`,
      name,
      new TextEncoder().encode(csv),
    );
    const checked = await this.session.until<ImportState>(`/api/imports/${id}`, ({ state }) => state !== 'waiting');
    if (checked.state !== 'checked') throw new Error(`${name}: ${JSON.stringify(checked).slice(0, 2000)}`);
    await this.session.post(`/api/imports/${id}/apply`, { acceptValid: false });
    await this.session.until<ImportState>(`/api/imports/${id}`, ({ state }) => state === 'applied');
  }

  /** Staff number -> access code, from the sheet that HR downloads. */
  async accessCodes(): Promise<Map<string, string>> {
    const book = new ExcelJS.Workbook();
    const xlsx = await this.session.download('/api/access-codes', {});
    await book.xlsx.load(new Uint8Array(xlsx).buffer);
    const codes = new Map<string, string>();
    book.worksheets[0]?.eachRow((row) => {
      const texts = Array.isArray(row.values) ? row.values.map((value) => String(value ?? '')) : [];
      const staffNumber = texts.find((text) => /^\d{4,6}$/.test(text));
      const code = texts.at(-1);
      if (staffNumber && code) codes.set(staffNumber, code);
    });
    return codes;
  }

  /** Creates and opens a survey under the worker's custody, as for a trial. @returns its id once the collector knows it */
  async openSurvey(survey: Readonly<Record<string, unknown>>): Promise<string> {
    const day = (plus: number): string => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);
    const { id } = await this.session.post<{ id: string }>('/api/surveys', {
      title: '試験調査',
      fiscalYear: 2026,
      opensOn: day(0),
      closesOn: day(14),
      minGroup: 5,
      custody: 'worker',
      destroyAfterDays: 30,
      targetRule: { excludedJobTypes: [], excludedStatuses: [], excludedEmploymentTypes: [] },
      ...survey,
    });
    await this.session.post(`/api/surveys/${id}/open`);
    await new HttpSession(this.url).until(`/ballot/surveys/${id}`);
    return id;
  }

  async closeAndRelease(surveyId: string): Promise<void> {
    await this.session.post(`/api/surveys/${surveyId}/close`);
    await this.session.until<{ state: string }>(`/api/surveys/${surveyId}`, ({ state }) => state === 'released');
  }
}

import { sealBallot, toBase64Url } from '#ballot';
import { keyShareDigest, makeTallyKey, readKeyShare, sealForWorker, splitTallyKey } from '#ballot/custody';
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
  async importFile(kind: 'roster' | 'completions' | 'successions', name: string, csv: string): Promise<void> {
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
    const id = await this.createSurvey({ custody: 'worker', ...survey });
    await this.open(id);
    return id;
  }

  /** As for a real survey: the key is split, and tried with the first shares. @returns the id, and the shares as printed */
  async openUnderCustodians(
    survey: Readonly<Record<string, unknown>>,
    { shares: count, threshold }: { readonly shares: number; readonly threshold: number },
  ): Promise<{ id: string; shares: string[] }> {
    const id = await this.createSurvey({ custody: 'custodians', ...survey });
    const { publicKey, privateKey } = await makeTallyKey();
    const shares = (await splitTallyKey(privateKey, count, threshold)).map(({ text }) => text);
    const shareDigests = await Promise.all(shares.map(keyShareDigest));
    await this.session.put(`/api/surveys/${id}/tally-key`, { publicKey, shares: count, threshold, shareDigests });
    await this.beginKeyTest(id, publicKey);
    await this.handIn(id, 'test', shares.slice(0, threshold));
    await this.session.until<{ tested: boolean }>(`/api/surveys/${id}/custody`, ({ tested }) => tested);
    await this.open(id);
    return { id, shares };
  }

  /** Seals a random word to the key, as the page does. */
  async beginKeyTest(id: string, publicKey: string): Promise<void> {
    const nonce = toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
    const content = { surveyId: id, attributes: {}, answers: { test: nonce } };
    const sealed = toBase64Url(await sealBallot(publicKey, id, new Uint8Array(32), content));
    await this.session.post(`/api/surveys/${id}/key-test`, { challenge: { nonce, sealed } });
  }

  /** Seals each share to the worker, as the page does, and hands it in. */
  async handIn(id: string, purpose: 'test' | 'tally', shares: readonly string[]): Promise<void> {
    for (const text of shares) {
      const custody = `/api/surveys/${id}/custody`;
      const { workerPublicKey } = await this.session.until<{ needs: string | null; workerPublicKey: string }>(
        custody,
        ({ needs }) => needs === purpose,
      );
      const sealed = await sealForWorker(workerPublicKey, `${id} ${purpose}`, text);
      const { index } = readKeyShare(text);
      await this.session.post(`/api/surveys/${id}/key-shares`, { purpose, index, sealed });
    }
  }

  async open(id: string): Promise<void> {
    await this.session.post(`/api/surveys/${id}/open`);
    await new HttpSession(this.url).until(`/ballot/surveys/${id}`);
  }

  /** A draft. */
  async createSurvey(survey: Readonly<Record<string, unknown>>): Promise<string> {
    const day = (plus: number): string => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);
    const { id } = await this.session.post<{ id: string }>('/api/surveys', {
      title: '試験調査',
      fiscalYear: 2026,
      opensOn: day(0),
      closesOn: day(14),
      minGroup: 5,
      destroyAfterDays: 30,
      targetRule: { excludedJobTypes: [], excludedStatuses: [], excludedEmploymentTypes: [] },
      ...survey,
    });
    return id;
  }

  /** @param shares of a survey under custodians: as many as it takes */
  async closeAndRelease(surveyId: string, shares: readonly string[] = []): Promise<void> {
    await this.session.post(`/api/surveys/${surveyId}/close`);
    await this.handIn(surveyId, 'tally', shares);
    await this.session.until<{ state: string }>(`/api/surveys/${surveyId}`, ({ state }) => state === 'released');
  }
}

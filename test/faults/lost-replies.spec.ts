import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  finalizeTicket,
  makeCast,
  makeRecoveryCode,
  requestTicket,
  sealEscrow,
  type CastRequest,
  type PendingTicket,
} from '#ballot';
import { HttpSession } from '../../apps/cli/src/demo/http-session.js';
import { readQuestionnaire } from '../factories/built-in.js';
import { HrOffice, PASSWORD } from '../factories/hr-office.js';
import { startNobinobi, temporaryFolder, type RunningNobinobi } from '../factories/nobinobi.js';
import { startReplyCutter, type ReplyCutter } from '../factories/reply-cutter.js';

const PEOPLE = ['4001', '4002', '4003', '4004', '4005'];
const ROSTER = [
  '職員番号,氏名,所属コード,所属名,職位,職種,任用形態,年齢',
  ...PEOPLE.map((number) => `${number},試験 ${number},1010,総務部/人事課,主事級,事務職,正規,30`),
].join('\r\n');
const DAY_MS = 86_400_000;
const QUESTIONNAIRE = readQuestionnaire('engagement-13');
const ANSWERS = Object.fromEntries(QUESTIONNAIRE.scoring.items.map((code, at) => [code, 1 + (at % 5)]));

let dataDir: string;
let running: RunningNobinobi;
let network: ReplyCutter;
let hr: HrOffice;
let surveyId: string;
let codes: Map<string, string>;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  running = await startNobinobi({ dataDir });
  network = await startReplyCutter(() => running.url);
  hr = await HrOffice.setUp(running.url, running.setupUrl, '試験市');
  await hr.importFile('roster', '名簿.csv', ROSTER);
  surveyId = await hr.openSurvey({ questionnaire: QUESTIONNAIRE });
  codes = await hr.accessCodes();
}, 300_000);
afterAll(async () => {
  await network?.close();
  await running?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Form {
  readonly ticketKey: { readonly publicKey: string };
  readonly tallyKey: { readonly publicKey: string };
}

/** What a browser keeps before it sends anything, and sends again as it is. */
class Client {
  readonly session = new HttpSession(network.url);
  private readonly recoveryCode = makeRecoveryCode();
  private request: { readonly pending: PendingTicket; readonly escrow: string } | null = null;
  private ballot: CastRequest | null = null;

  constructor(private readonly staffNumber: string) {}

  async begin(): Promise<void> {
    const accessCode = codes.get(this.staffNumber);
    await this.session.post('/api/session/first', { login: this.staffNumber, accessCode, newPassword: PASSWORD });
    const pending = await requestTicket((await this.form()).ticketKey.publicKey);
    this.request = { pending, escrow: await sealEscrow(this.recoveryCode, surveyId, pending) };
  }

  async askForTicket(): Promise<string> {
    if (!this.request) throw new Error('begin first');
    const { pending, escrow } = this.request;
    const path = `/api/surveys/${surveyId}/ticket`;
    return (await this.session.post<{ signature: string }>(path, { blinded: pending.blinded, escrow })).signature;
  }

  async seal(signature: string): Promise<void> {
    if (!this.request) throw new Error('begin first');
    const { ticketKey, tallyKey } = await this.form();
    const own = await finalizeTicket(ticketKey.publicKey, this.request.pending, signature);
    const content = { surveyId, attributes: {}, answers: ANSWERS };
    const { recoveryCode } = this;
    this.ballot = await makeCast({
      surveyId,
      own,
      recoveryCode,
      tallyPublicKey: tallyKey.publicKey,
      revision: 1,
      content,
    });
  }

  async cast(): Promise<number> {
    const reply = await fetch(`${network.url}/ballot/surveys/${surveyId}/ballots`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.ballot),
    });
    return reply.status;
  }

  async done(): Promise<boolean> {
    return (await this.session.post<{ stored: boolean }>(`/api/surveys/${surveyId}/done`)).stored;
  }

  private form(): Promise<Form> {
    return new HttpSession(network.url).get<Form>(`/ballot/surveys/${surveyId}`);
  }
}

/** Loses so many replies to `send`, then lets one through. */
async function losing<T>(replies: number, send: () => Promise<T>): Promise<T> {
  network.cutNext(replies);
  for (let lost = 0; lost < replies; lost += 1) await expect(send()).rejects.toThrow('fetch failed');
  return send();
}

describe('a network that loses replies', () => {
  const clients: Client[] = [];

  it('costs nobody the ticket: the same request gets the same signature', async () => {
    for (const [at, staffNumber] of PEOPLE.entries()) {
      const client = new Client(staffNumber);
      await client.begin();
      const signature = await losing(at % 3, () => client.askForTicket());
      expect(await client.askForTicket()).toBe(signature);
      await client.seal(signature);
      clients.push(client);
    }
    expect(network.cut()).toBe(4);
  });

  it('has the ballot in the box although nobody was told, and says so when it is sent again', async () => {
    const [first, second] = clients as [Client, Client];
    expect(await first.cast()).toBe(201);
    expect(await losing(2, () => second.cast())).toBe(200);
    expect(await losing(1, () => second.done())).toBe(false);
  });

  it('may be down for a day between the ticket and the ballot, or between a ballot and its acknowledgement', async () => {
    const [, , third, fourth, fifth] = clients as [Client, Client, Client, Client, Client];
    network.cutNext(1);
    await expect(third.cast()).rejects.toThrow('fetch failed');
    await running.stop();
    for (const client of [third, fourth, fifth]) await expect(client.cast()).rejects.toThrow('fetch failed');
    const environment = { NOBINOBI_CLOCK: new Date(Date.now() + DAY_MS).toISOString() };
    running = await startNobinobi({ dataDir, environment });
    expect([await third.cast(), await fourth.cast(), await fifth.cast()]).toEqual([200, 201, 201]);
  });

  it('leaves one ballot of each person in the box, and one ticket with each', async () => {
    hr = await HrOffice.signIn(running.url);
    await hr.closeAndRelease(surveyId);
    expect(await hr.session.get(`/api/surveys/${surveyId}`)).toMatchObject({ tickets: 5, ballots: 5, exceptions: 0 });
    const results = await hr.session.get<{ answered: number }>(`/api/surveys/${surveyId}/results`);
    expect(results.answered).toBe(PEOPLE.length);
  });
});

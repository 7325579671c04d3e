import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { fromBase64Url, keyFingerprint } from '#ballot';
import { keyShareDigest, makeTallyKey, splitTallyKey } from '#ballot/custody';
import { StaffBrowser } from '../attack/staff-browser.js';
import { takeDump, type Dump } from '../attack/dump.js';
import { readQuestionnaire } from '../factories/built-in.js';
import { occurrences } from '../factories/find-secret.js';
import { HrOffice } from '../factories/hr-office.js';
import { startNobinobi, temporaryFolder, type RunningNobinobi } from '../factories/nobinobi.js';

interface SurveyState {
  readonly state: string;
  readonly awaitingKey: boolean;
  readonly ballots: number | null;
  readonly tallyKeyFingerprint: string | null;
}

const PEOPLE = ['4001', '4002', '4003', '4004', '4005'];
const ROSTER = [
  '職員番号,氏名,所属コード,所属名,職位,職種,任用形態,年齢',
  ...PEOPLE.map((number) => `${number},試験 ${number},1010,総務部/人事課,主事級,事務職,正規,30`),
].join('\r\n');

let dataDir: string;
let running: RunningNobinobi;
let hr: HrOffice;
let id: string;
let privateKey: string;
let shares: readonly string[];
const answers = Object.fromEntries(
  readQuestionnaire('engagement-13').scoring.items.map((code, at) => [code, 1 + (at % 5)]),
);

beforeAll(async () => {
  dataDir = await temporaryFolder();
  running = await startNobinobi({ dataDir });
  hr = await HrOffice.setUp(running.url, running.setupUrl, '試験市');
  await hr.importFile('roster', '名簿.csv', ROSTER);
}, 300_000);
afterAll(async () => {
  await running?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const survey = (): Promise<SurveyState> => hr.session.get<SurveyState>(`/api/surveys/${id}`);
const until = (done: (state: SurveyState) => boolean): Promise<SurveyState> =>
  hr.session.until<SurveyState>(`/api/surveys/${id}`, done);
const submitted = async (): Promise<number[]> =>
  (await hr.session.get<{ submitted: { tally: number[] } }>(`/api/surveys/${id}/custody`)).submitted.tally;

/** Everything stored anywhere, and in it the whole private key or any share, in whatever writing. */
async function expectNoKeyIn(dump: Dump, publicKey: string): Promise<void> {
  const secrets = [fromBase64Url(privateKey), ...shares];
  expect(secrets.flatMap((secret) => occurrences(dump, secret))).toEqual([]);
  // The same search does find what is stored.
  expect(occurrences(dump, Buffer.from(publicKey, 'base64'))).not.toEqual([]);
}

describe('a survey under custodians', () => {
  let publicKey: string;

  it('does not open before a key is there', async () => {
    const questionnaire = readQuestionnaire('engagement-13');
    id = await hr.createSurvey({ custody: 'custodians', questionnaire });
    await expect(hr.session.post(`/api/surveys/${id}/open`)).rejects.toThrow('custody-not-tested');
    await expect(hr.session.post(`/api/surveys/${id}/key-test`, challenge())).rejects.toThrow('custody-no-key');
  });

  it('does not open with a key that no test ballot was opened with, and takes no share before it is asked for', async () => {
    const key = await makeTallyKey();
    ({ publicKey, privateKey } = key);
    shares = (await splitTallyKey(privateKey, 3, 2)).map(({ text }) => text);
    const shareDigests = await Promise.all(shares.map(keyShareDigest));
    const body = { publicKey, shares: 3, threshold: 2, shareDigests };
    await expect(
      hr.session.put(`/api/surveys/${id}/tally-key`, { ...body, shareDigests: shareDigests.slice(1) }),
    ).rejects.toThrow('custody-digests');
    await expect(hr.session.put(`/api/surveys/${id}/tally-key`, { ...body, threshold: 4 })).rejects.toThrow(
      'custody-threshold',
    );
    await hr.session.put(`/api/surveys/${id}/tally-key`, body);
    await expect(hr.session.post(`/api/surveys/${id}/open`)).rejects.toThrow('custody-not-tested');
    const early = { purpose: 'test', index: 1, sealed: 'A'.repeat(100) };
    await expect(hr.session.post(`/api/surveys/${id}/key-shares`, early)).rejects.toThrow('custody-not-asked');
  });

  it('throws a share of another key away, and is tested by two right ones', async () => {
    await hr.beginKeyTest(id, publicKey);
    const other = await splitTallyKey((await makeTallyKey()).privateKey, 3, 2);
    await hr.handIn(id, 'test', [shares[0] ?? '', other[1]?.text ?? '']);
    await hr.session.until<{ submitted: { test: number[] } }>(
      `/api/surveys/${id}/custody`,
      ({ submitted: { test } }) => test.join() === '1',
    );
    await hr.handIn(id, 'test', [shares[2] ?? '']);
    await hr.session.until<{ tested: boolean }>(`/api/surveys/${id}/custody`, ({ tested }) => tested);
    await hr.open(id);
    expect((await survey()).tallyKeyFingerprint).toBe(await keyFingerprint(publicKey));
    const again = { publicKey, shares: 3, threshold: 2, shareDigests: await Promise.all(shares.map(keyShareDigest)) };
    await expect(hr.session.put(`/api/surveys/${id}/tally-key`, again)).rejects.toThrow('survey-not-draft');
  });

  it('waits for its custodians after the close', async () => {
    const codes = await hr.accessCodes();
    for (const staffNumber of PEOPLE) {
      const person = { staffNumber, accessCode: codes.get(staffNumber) ?? '', answers };
      const browser = new StaffBrowser({ surveyId: id, url: () => running.url }, person);
      await browser.start(false);
      await browser.submit(false);
    }
    await hr.session.post(`/api/surveys/${id}/close`);
    expect(await until(({ awaitingKey }) => awaitingKey)).toMatchObject({ state: 'closed', ballots: null });
    await expect(hr.session.get(`/api/surveys/${id}/results`)).rejects.toThrow('not-released');
  });

  it('keeps neither key nor shares anywhere while one waits, and goes on waiting when the next is garbage', async () => {
    await hr.handIn(id, 'tally', [shares[1] ?? '']);
    await expectNoKeyIn(await takeDump(dataDir, running.output()), publicKey);
    const garbage = { purpose: 'tally', index: 3, sealed: Buffer.alloc(120, 7).toString('base64url') };
    await hr.session.post(`/api/surveys/${id}/key-shares`, garbage);
    await until(({ awaitingKey }) => awaitingKey);
    expect(await submitted()).toEqual([2]);
  });

  it('is asked for again by a worker that was stopped in between', async () => {
    await running.stop();
    running = await startNobinobi({ dataDir });
    hr = await HrOffice.signIn(running.url);
    expect(await survey()).toMatchObject({ awaitingKey: true });
  });

  it('opens with two shares, and leaves none behind', async () => {
    await hr.handIn(id, 'tally', [shares[2] ?? '']);
    expect(await until(({ state }) => state === 'released')).toMatchObject({ ballots: 5, awaitingKey: false });
    expect(await submitted()).toEqual([]);
    await expectNoKeyIn(await takeDump(dataDir, running.output()), publicKey);
  });
});

interface Tables {
  readonly open: boolean;
  readonly awaitingKey: boolean;
  readonly requests: readonly { readonly state: string; readonly version: number | null }[];
}

describe('a further table of a survey under custodians', () => {
  const tables = (): string => `/api/surveys/${id}/tables`;

  it.each([
    [{ attributes: [] }, '400'],
    [{ attributes: ['department', 'position', 'ageBand', 'employmentType'] }, '400'],
    [{ attributes: ['position', 'position'] }, '400'],
    [{ attributes: ['salary'] }, 'attribute-unknown'],
    [{ attributes: ['position'], departmentCode: '9999' }, 'department-unknown'],
    [{ attributes: ['position'] }, 'table-known'],
  ])('%j is refused at once: %s', async (body, refusal) => {
    await expect(hr.session.post(tables(), body)).rejects.toThrow(refusal);
    expect((await hr.session.get<Tables>(tables())).requests).toEqual([]);
  });

  it('waits for the shares, is decided when they are in, and cannot be asked for twice', async () => {
    const body = { attributes: ['position', 'ageBand'], departmentCode: '1010' };
    const asked = await hr.session.post<Tables>(tables(), body);
    expect(asked).toMatchObject({ open: true, awaitingKey: true, requests: [{ state: 'waiting', version: null }] });
    await expect(hr.session.post(tables(), body)).rejects.toThrow('table-known');
    await hr.handIn(id, 'tally', [shares[0] ?? '', shares[1] ?? '']);
    const decided = await hr.session.until<Tables>(tables(), ({ requests }) => requests[0]?.state !== 'waiting');
    // All five are of one section, position and age: the table says nothing new, so it may be shown.
    expect(decided).toMatchObject({ awaitingKey: false, requests: [{ state: 'released', version: 2 }] });
    expect(await hr.session.get<{ version: number }>(`/api/surveys/${id}/results`)).toMatchObject({ version: 2 });
    expect(await submitted()).toEqual([]);
  });
});

const challenge = (): object => ({ challenge: { nonce: 'n'.repeat(22), sealed: 'A'.repeat(21_846) } });

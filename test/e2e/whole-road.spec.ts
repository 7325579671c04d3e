import { afterAll, beforeAll, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeWith } from '../factories/capabilities.js';
import { DESKTOP, newVisitor, openBrowser, PHONE } from '../factories/browser.js';
import { answer, enterShare, firstSignIn, makeAndSplitKey } from './road-steps.js';
import { startNobinobi, temporaryFolder, type RunningNobinobi } from '../factories/nobinobi.js';

const PASSWORD = 'a long enough phrase';
const STAFF = Array.from({ length: 8 }, (_, at) => ({
  number: `20${String(at + 1).padStart(2, '0')}`,
  name: `試験 ${'一二三四五六七八'[at]}`,
  department: at < 6 ? ['1010', '総務部/人事課'] : ['1020', '総務部/総務課'],
}));
const ROSTER = [
  '職員番号,氏名,所属コード,所属名,職位,職種,任用形態,年齢,所属長',
  ...STAFF.map(({ number, name, department }, at) =>
    [
      number,
      name,
      ...department,
      at === 0 ? '課長級' : '主事級',
      '事務職',
      '正規',
      25 + at * 5,
      at === 0 ? '○' : '',
    ].join(','),
  ),
].join('\r\n');

/** Every answer of the five people, in order: their means are what the results must show. */
const ANSWERS = [5, 4, 4, 3, 2];

describeWith('chromium', 'the whole road in a browser', (chromium) => {
  let nobinobi: RunningNobinobi;
  let browser: Browser;
  let folder = '';
  const pageErrors: string[][] = [];

  beforeAll(async () => {
    folder = await temporaryFolder();
    nobinobi = await startNobinobi();
    browser = await openBrowser(chromium);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await nobinobi?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 300_000);

  const visit = async (viewport: typeof PHONE): Promise<Page> => {
    const { page, errors } = await newVisitor(browser, viewport);
    pageErrors.push(errors);
    return page;
  };

  let hr: Page;
  let codes: Map<string, string>;
  let answerAddress = '';
  let shares: string[] = [];
  const receipts: string[] = [];

  it('creates the first HR account by the one-time link, which then works no more', async () => {
    hr = await visit(DESKTOP);
    await hr.goto(nobinobi.setupUrl ?? '');
    await hr.getByLabel('組織の名前').fill('試験市');
    await hr.getByLabel('ログイン名').fill('jinji');
    await hr.getByLabel('氏名').fill('人事 担当');
    await hr.getByLabel('新しいパスワード', { exact: true }).fill(PASSWORD);
    await hr.getByLabel('新しいパスワード(確認)').fill(PASSWORD);
    await hr.getByRole('button', { name: '登録してはじめる' }).click();
    await hr.getByRole('heading', { name: '調査', level: 1 }).waitFor();
    const token = new URL(nobinobi.setupUrl ?? '').searchParams.get('token');
    const again = await fetch(`${nobinobi.url}/api/setup/${token}`);
    expect(again.status).toBe(404);
  });

  it('imports a roster after a dry run', async () => {
    const file = join(folder, '名簿.csv');
    await writeFile(file, ROSTER);
    await hr.getByRole('link', { name: '職員名簿' }).click();
    await hr.locator('input[type=file]').first().setInputFiles(file);
    await hr.getByText('まだ何も変更していません。').waitFor();
    await hr.getByRole('button', { name: '取り込む', exact: true }).click();
    await hr.getByRole('dialog').getByRole('button', { name: '取り込む' }).click();
    await hr.getByText('取り込みました。').waitFor();
    await hr.getByText('試験 八').filter({ visible: true }).first().waitFor();
  });

  it('hands out access codes as a sheet', async () => {
    await hr.getByRole('button', { name: '未発行の全員に発行する' }).click();
    const [download] = await Promise.all([
      hr.waitForEvent('download'),
      hr.getByRole('dialog').getByRole('button', { name: '発行してダウンロード' }).click(),
    ]);
    const path = join(folder, 'codes.xlsx');
    await download.saveAs(path);
    codes = await readCodes(path);
    expect([...codes.keys()].sort()).toEqual(STAFF.map(({ number }) => number));
  });

  it('creates a survey from the built-in questionnaire and opens it', async () => {
    await hr.goto(`${nobinobi.url}/hr/surveys/new`);
    // The built-in questionnaires stand in the order of their files: the 13 items first.
    await hr.getByRole('button', { name: 'この調査票を使う' }).first().click();
    await hr.getByLabel('調査の名前').fill('令和8年度 試験調査');
    const today = new Date();
    const day = (plus: number): string => new Date(today.getTime() + plus * 86_400_000).toISOString().slice(0, 10);
    await hr.getByLabel('受付開始日').fill(day(0));
    await hr.getByLabel('受付終了日').fill(day(14));
    await hr.getByRole('button', { name: '準備中として保存' }).click();
    await hr.getByRole('heading', { name: '次にすること' }).waitFor();
  });

  it('splits the key of the box among custodians, who try it before the survey opens', async () => {
    const surveyPage = hr.url();
    shares = await makeAndSplitKey(hr, { shares: 3, threshold: 2 });
    expect(new Set(shares).size).toBe(3);
    await hr.getByRole('button', { name: '試し開けを始める' }).click();
    for (const share of shares.slice(0, 2)) await enterShare(hr, share);
    await hr.getByText('試し開けが済みました').waitFor();
    await hr.goto(surveyPage);
  });

  it('opens it', async () => {
    await hr.getByRole('button', { name: '受付を始める' }).click();
    await hr.getByRole('dialog').getByRole('button', { name: '受付を始める' }).click();
    await hr.getByRole('button', { name: '締め切って集計する' }).waitFor();
    answerAddress = `${nobinobi.url}/answer.html?survey=${new URL(hr.url()).pathname.split('/').at(-1)}`;
  });

  it('takes the answers of five staff on a phone', async () => {
    for (const [at, value] of ANSWERS.entries()) {
      const { number } = STAFF[at] ?? { number: '' };
      const page = await visit(PHONE);
      await firstSignIn(page, nobinobi.url, { login: number, code: codes.get(number) ?? '', password: PASSWORD });
      receipts.push(await answer(page, answerAddress, value));
      await page.context().close();
    }
  }, 300_000);

  it('shows on the participation board no mark that would stand alone, and no result yet', async () => {
    await hr.goto(`${hr.url()}/participation`);
    await hr.getByText('10人分たまるごとに').waitFor();
    await hr.getByText('0.0').first().waitFor();
    const id = new URL(answerAddress).searchParams.get('survey');
    const results = await hr.evaluate(async (path) => (await fetch(path)).status, `/api/surveys/${id}/results`);
    expect(results).toBe(404);
    await hr.goto(`${nobinobi.url}/hr/surveys/${id}`);
  });

  it('closes, tallies and shows the score an independent sum gives', async () => {
    await hr.getByRole('button', { name: '締め切って集計する' }).click();
    await hr.getByRole('dialog').getByRole('button', { name: '締め切る' }).click();
    await hr.getByRole('link', { name: '立会人の分割片を入力する' }).click({ timeout: 60_000 });
    // The test took the first two: any two will do.
    for (const share of shares.slice(1)) await enterShare(hr, share);
    await hr.goto(answerAddress.replace('/answer.html?survey=', '/hr/surveys/'));
    await hr.getByRole('link', { name: '結果を見る' }).click({ timeout: 60_000 });
    const mean = (ANSWERS.reduce((sum, value) => sum + value, 0) / ANSWERS.length).toFixed(2);
    expect(mean).toBe('3.60');
    await hr.getByText(mean).first().waitFor();
    await hr.goto(`${hr.url().split('?')[0]}?view=departments`);
    await hr.getByText('秘匿').first().waitFor();
  });

  it('gives the official rate beside that of the marks', async () => {
    await hr.goto(hr.url().replace(/results.*$/, 'participation'));
    const box = hr.locator('.stats');
    await box.getByText('回答率(公式)').waitFor();
    expect((await box.innerText()).match(/62\.5/g)).toHaveLength(2);
    await hr.goto(hr.url().replace(/participation$/, 'results'));
  });

  it('lets everybody find the own ballot in the published list, without signing in', async () => {
    const page = await visit(PHONE);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`));
    await page.goto(answerAddress.replace('answer.html', 'check.html'));
    for (const receipt of receipts) {
      await page.getByLabel('受領証の番号').fill(receipt.toLowerCase());
      await page.getByRole('button', { name: '確かめる' }).click();
      await page.getByText('私の回答は箱に入っています').waitFor();
    }
    const [first = ''] = receipts;
    const other = first.replace(/^..../, first.startsWith('0000') ? '1111' : '0000');
    await page.getByLabel('受領証の番号').fill(other);
    await page.getByRole('button', { name: '確かめる' }).click();
    await page.getByText('受領証の番号が正しくありません').waitFor();
    expect(requests.join('\n')).not.toContain(first.slice(0, 9));
    await page.context().close();
  });

  it('builds the workbooks of all departments', async () => {
    await hr.getByRole('button', { name: /全部門/ }).click();
    const [download] = await Promise.all([hr.waitForEvent('download', { timeout: 90_000 }), maybeDownload(hr)]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('has thrown no error in any page and broken no content security policy', () => {
    expect(pageErrors.flat()).toEqual([]);
  });
});

/** The page may save the file by itself or offer it. */
async function maybeDownload(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: /ダウンロード/ }).or(page.getByRole('button', { name: /ダウンロード/ }));
  await link
    .first()
    .click({ timeout: 60_000 })
    .catch(() => undefined);
}

async function readCodes(path: string): Promise<Map<string, string>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const codes = new Map<string, string>();
  book.worksheets[0]?.eachRow((row) => {
    const texts = Array.isArray(row.values) ? row.values.map((value) => String(value ?? '')) : [];
    const number = texts.find((text) => /^20\d\d$/.test(text));
    const code = texts.at(-1);
    if (number && code) codes.set(number, code);
  });
  return codes;
}

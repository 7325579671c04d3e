import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readQuestionnaire } from '../factories/built-in.js';
import { expectAccessible } from '../factories/axe.js';
import { newVisitor, openBrowser, PHONE } from '../factories/browser.js';
import { describeWith } from '../factories/capabilities.js';
import { HrOffice } from '../factories/hr-office.js';
import { startNobinobi, type RunningNobinobi } from '../factories/nobinobi.js';
import { answerByKeyboard, fillAndSend, firstSignIn, receiptOf, signIn, start } from './road-steps.js';

const PASSWORD = 'a long enough phrase';
const MOST_SCRIPT_BYTES = 150 * 1024;
const PEOPLE = ['3001', '3002', '3003', '3004', '3005', '3006'];
const ROSTER = [
  '職員番号,氏名,所属コード,所属名,職位,職種,任用形態,年齢,所属長',
  ...PEOPLE.map((number, at) => `${number},試験 ${number},1010,総務部/人事課,主事級,事務職,正規,${30 + at},`),
].join('\r\n');

describeWith('chromium', 'answering on a phone', (chromium) => {
  let nobinobi: RunningNobinobi;
  let browser: Browser;
  let hr: HrOffice;
  let codes: Map<string, string>;
  let surveyId = '';
  let address = '';
  const pageErrors: string[][] = [];
  /** Receipts of what lies in the box in the end, and of what was replaced. */
  const [last, replaced]: [string[], string[]] = [[], []];

  beforeAll(async () => {
    nobinobi = await startNobinobi();
    browser = await openBrowser(chromium);
    hr = await HrOffice.setUp(nobinobi.url, nobinobi.setupUrl, '試験市');
    await hr.importFile('roster', '名簿.csv', ROSTER);
    codes = await hr.accessCodes();
    surveyId = await hr.openSurvey({ questionnaire: readQuestionnaire('engagement-13') });
    address = `${nobinobi.url}/answer.html?survey=${surveyId}`;
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await nobinobi?.stop();
  }, 300_000);

  const newPhone = async (): Promise<{ page: Page; context: BrowserContext }> => {
    const { page, errors } = await newVisitor(browser, PHONE);
    pageErrors.push(errors);
    return { page, context: page.context() };
  };
  const firstTime = async (login: string): Promise<{ page: Page; context: BrowserContext }> => {
    const phone = await newPhone();
    await firstSignIn(phone.page, nobinobi.url, { login, code: codes.get(login) ?? '', password: PASSWORD });
    return phone;
  };

  let recoveryCode = '';

  it('goes through every screen with axe finding nothing, and the network down in the middle', async () => {
    const { page, context } = await firstTime('3001');
    const toCollector: Record<string, string>[] = [];
    context.on('requestfinished', (request) => {
      if (new URL(request.url()).pathname.startsWith('/ballot/'))
        void request.allHeaders().then((headers) => toCollector.push(headers));
    });
    await page.goto(address);
    await page.getByRole('button', { name: '回答をはじめる' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '回答をはじめる' }).click();
    await page.getByRole('heading', { name: '控え', exact: true }).waitFor();
    recoveryCode = await page.locator('.answer-code__text').innerText();
    expect(recoveryCode.replaceAll('-', '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{27}$/);
    await expectAccessible(page);
    await page.getByRole('button', { name: '書き留めました' }).click();
    await page.getByRole('radio').nth(2).check();
    await expectAccessible(page);
    await page.reload();
    await page.getByText('問1', { exact: true }).waitFor();
    expect(await page.getByRole('radio').nth(2).isChecked()).toBe(true);
    await context.setOffline(true);
    await fillToEnd(page, 2);
    await page.getByRole('heading', { name: 'あなたについて' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '確認へ進む' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('送信待ちです').waitFor();
    await page.locator('.answer-header').getByText('送信待ち').waitFor();
    await expectAccessible(page);
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'ご回答ありがとうございました' }).waitFor();
    await page.locator('.answer-header').getByText('受付済み').waitFor();
    await expectAccessible(page);
    replaced.push(await receiptOf(page));
    expect(toCollector.length).toBeGreaterThan(1);
    for (const headers of toCollector)
      expect(Object.keys(headers).filter((name) => ['cookie', 'referer', 'authorization'].includes(name))).toEqual([]);
  });

  it('opens the answers on a second device with the recovery code alone, and replaces them', async () => {
    const { page } = await newPhone();
    await signIn(page, nobinobi.url, '3001', PASSWORD);
    await page.goto(address);
    await page.getByLabel('控えの番号').fill(recoveryCode.replace(/.$/, (end) => (end === '0' ? '1' : '0')));
    await page.getByRole('button', { name: '控えで続ける' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('控えの番号').fill(recoveryCode.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: '控えで続ける' }).click();
    await page.getByText('問1', { exact: true }).waitFor();
    expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true);
    last.push(await fillAndSend(page, 5));
    expect(last[0]).not.toBe(replaced[0]);
  });

  it('leaves nothing on a shared PC', async () => {
    const { page } = await firstTime('3002');
    await page.goto(address);
    await page.getByLabel('共用のパソコンで答える').first().check();
    await page.getByRole('button', { name: '回答をはじめる' }).click();
    await page.getByRole('button', { name: '書き留めました' }).click();
    last.push(await fillAndSend(page, 4));
    await page.getByText('この端末には何も残っていません').waitFor();
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(surveyId);
    await page.reload();
    await page.getByLabel('控えの番号').waitFor();
  });

  it('can be done by the keyboard alone', async () => {
    const { page } = await firstTime('3003');
    await page.goto(address);
    last.push(await answerByKeyboard(page, 4));
  });

  it('sends what waits even when the person is signed out by then', async () => {
    const { page, context } = await firstTime('3004');
    await start(page, address);
    await fillToEnd(page, 3);
    await page.getByRole('button', { name: '確認へ進む' }).click();
    await context.setOffline(true);
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('送信待ちです').waitFor();
    await page.goto('about:blank');
    await context.clearCookies();
    await context.setOffline(false);
    await page.goto(address);
    await page.getByRole('heading', { name: 'サインインが必要です' }).waitFor();
    await page.getByText('回答を受け付けました').waitFor();
    await signIn(page, nobinobi.url, '3004', PASSWORD);
    await page.goto(address);
    last.push(await receiptOf(page));
  });

  it(`loads at most ${MOST_SCRIPT_BYTES / 1024} KB of scripts, gzipped, and nothing from elsewhere`, async () => {
    const { page: before, context } = await newPhone();
    await signIn(before, nobinobi.url, '3003', PASSWORD);
    const page = await context.newPage();
    const scripts = new Map<string, number>();
    const origins = new Set<string>();
    page.on('response', (response) => {
      origins.add(new URL(response.url()).origin);
      if (response.request().resourceType() !== 'script') return;
      void response.body().then((body) => scripts.set(response.url(), gzipSync(body, { level: 9 }).length));
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0);
    console.log(`answer page: ${scripts.size} scripts, ${bytes} bytes gzipped`);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
    expect([...origins]).toEqual([nobinobi.url]);
  });

  it('leaves each person one ballot in the box: the last', async () => {
    await hr.closeAndRelease(surveyId);
    const survey = await hr.session.get<{ ballots: number; tickets: number }>(`/api/surveys/${surveyId}`);
    expect(survey).toMatchObject({ ballots: 4, tickets: 4 });
    const { page } = await newPhone();
    await page.goto(address.replace('answer.html', 'check.html'));
    for (const [receipts, text] of [
      [last, '私の回答は箱に入っています'],
      [replaced, 'この受領証の回答は、一覧に見つかりません'],
    ] as const)
      for (const receipt of receipts) {
        await page.getByLabel('受領証の番号').fill(receipt);
        await page.getByRole('button', { name: '確かめる' }).click();
        await page.getByText(text).waitFor();
        await expectAccessible(page);
      }
  });

  it('has thrown no error in any page and broken no content security policy', () => {
    expect(pageErrors.flat()).toEqual([]);
  });

  const fillToEnd = async (page: Page, value: number): Promise<void> => {
    for (let number = 1; number <= 13; number += 1) {
      await page.getByText(`問${number}`, { exact: true }).waitFor();
      const choice = page.getByRole('radio').nth(value - 1);
      await choice.check();
      await page.getByRole('button', { name: number === 13 ? 'あなたについてへ進む' : '次へ' }).click();
    }
  };
});

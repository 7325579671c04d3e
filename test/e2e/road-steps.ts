import type { Page } from 'playwright-core';

export interface FirstSignIn {
  readonly login: string;
  readonly code: string;
  readonly password: string;
}

/** Sets a password with an access code; ends on the list of one's own surveys. */
export async function firstSignIn(page: Page, url: string, { login, code, password }: FirstSignIn): Promise<void> {
  await page.goto(`${url}/signin`);
  await page.getByText('はじめての方').click();
  await page.getByLabel('職員番号', { exact: true }).fill(login);
  await page.getByLabel('アクセスコード').fill(code);
  await page.getByLabel('新しいパスワード', { exact: true }).fill(password);
  await page.getByLabel('新しいパスワード(確認)').fill(password);
  await page.getByRole('button', { name: 'パスワードを設定してサインイン' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: /回答/ }).first().waitFor();
}

/** From the first page past the recovery code. @returns the code that the page showed */
export async function start(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.getByRole('button', { name: '回答をはじめる' }).click();
  await page.getByRole('heading', { name: '控え', exact: true }).waitFor();
  const code = await page.locator('.answer-code__text').innerText();
  await page.getByRole('button', { name: '書き留めました' }).click();
  return code;
}

/** Questions 1 to 13 with the same answer, the attributes as they are, and send. @returns the receipt */
export async function fillAndSend(page: Page, value: number): Promise<string> {
  for (let number = 1; number <= 13; number += 1) {
    await page.getByText(`問${number}`, { exact: true }).waitFor();
    await page
      .getByRole('radio')
      .nth(value - 1)
      .check();
    await page.getByRole('button', { name: number === 13 ? 'あなたについてへ進む' : '次へ' }).click();
  }
  await page.getByRole('heading', { name: 'あなたについて' }).waitFor();
  await page.getByRole('button', { name: '確認へ進む' }).click();
  await page.getByRole('button', { name: '送信する' }).click();
  await page.getByRole('heading', { name: 'ご回答ありがとうございました' }).waitFor();
  return receiptOf(page);
}

export function receiptOf(page: Page): Promise<string> {
  return page.locator('.answer-fingerprint').last().innerText();
}

/** The whole form on one device. @returns the receipt */
export async function answer(page: Page, address: string, value: number): Promise<string> {
  await start(page, address);
  return fillAndSend(page, value);
}

/** On a draft's page: makes the key and reads the sheets that would be printed. @returns the shares; ends on the custody page */
export async function makeAndSplitKey(hr: Page, size: { shares: number; threshold: number }): Promise<string[]> {
  await hr.getByRole('link', { name: '立会人の鍵を用意する' }).click();
  await hr.getByLabel('立会人の人数').fill(String(size.shares));
  await hr.getByLabel('開けるのに要る人数').fill(String(size.threshold));
  await hr.getByRole('button', { name: '鍵を作る' }).click();
  await hr.getByRole('heading', { name: '分割片の紙' }).waitFor();
  const shares = await hr.locator('.share-sheet__text').allInnerTexts();
  await hr.getByRole('button', { name: '全員に渡しました' }).click();
  return shares;
}

export async function enterShare(page: Page, share: string): Promise<void> {
  await page.getByLabel('分割片', { exact: true }).fill(share.toLowerCase());
  const answered = page.waitForResponse((response) => response.url().endsWith('/key-shares'));
  await page.getByRole('button', { name: '分割片を渡す' }).click();
  await answered;
  await page.getByText(/枚目の分割片を受け取りました/).waitFor();
}

export async function signIn(page: Page, url: string, login: string, password: string): Promise<void> {
  await page.goto(`${url}/signin`);
  await page.getByLabel('職員番号', { exact: true }).or(page.getByLabel('ログイン名')).first().fill(login);
  await page.getByLabel('パスワード', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}

/** Tab until the control with this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate<string>('(document.activeElement?.textContent ?? "").trim()');
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no control "${name}" within 60 tabs`);
}

/** The whole form without touching the page: Tab, Enter, and digits that choose. @returns the receipt */
export async function answerByKeyboard(page: Page, digit: number): Promise<string> {
  const press = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).waitFor();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  await press('回答をはじめる');
  await press('書き留めました');
  for (let number = 1; number <= 13; number += 1) {
    await page.getByText(`問${number}`, { exact: true }).waitFor();
    await page.keyboard.press(String(digit));
    await page.keyboard.press('Enter');
  }
  await press('確認へ進む');
  await press('送信する');
  await page.getByRole('heading', { name: 'ご回答ありがとうございました' }).waitFor();
  return receiptOf(page);
}

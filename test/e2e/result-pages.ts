import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../factories/axe.js';
import { DESKTOP, newVisitor, openBrowser, PHONE } from '../factories/browser.js';
import { describeWith } from '../factories/capabilities.js';
import { signIn } from './road-steps.js';

/** A running demo and its newest survey, which has an earlier one to be compared with. */
export interface DemoResults {
  readonly url: string;
  readonly surveyId: string;
  /** Code of a department that is shown. */
  readonly department: string;
}

const VIEWS = ['items', 'positions', 'departments', 'groups', 'choices', 'trend', 'analysis', 'tables'];

/** Every view of a release on a desk and on a phone: axe finds nothing and the page does not scroll sideways. */
export function describeResultPages(demo: () => DemoResults): void {
  describeWith('chromium', 'its result pages', (chromium) => {
    let browser: Browser;
    let page: Page;
    let errors: string[];
    beforeAll(async () => {
      browser = await openBrowser(chromium);
      ({ page, errors } = await newVisitor(browser, PHONE));
      await signIn(page, demo().url, 'jinji', 'nobinobi-demo');
    }, 300_000);
    afterAll(() => browser?.close());

    it.each([...VIEWS, 'departments&department='])('%s are in order on a phone and on a desk', async (view) => {
      const { url, surveyId, department } = demo();
      const path = `/hr/surveys/${surveyId}/results?view=${view}${view.endsWith('=') ? department : ''}`;
      await page.setViewportSize(PHONE);
      await page.goto(url + path, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      // Loaded as on a phone, then made wider as a window is: the page is not loaded again.
      for (const size of [PHONE, DESKTOP]) {
        await page.setViewportSize(size);
        const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect([size, await page.evaluate<number>(beyond)]).toEqual([size, 0]);
        await expectAccessible(page);
      }
      expect(errors).toEqual([]);
    });

    it('say that associations are no causes, and what the response rate allows to be said', async () => {
      const { url, surveyId } = demo();
      await page.goto(`${url}/hr/surveys/${surveyId}/results?view=analysis`, { waitUntil: 'networkidle' });
      const outcomes = page.getByRole('region', { name: /との関連$/ });
      expect(await outcomes.count()).toBe(2);
      expect(await page.getByText('関連の強さであり、原因を示すものではありません。').count()).toBeGreaterThanOrEqual(
        2,
      );
      await page.getByText('回答した職員の状況').waitFor();
    });

    it('open the methods text by keyboard', async () => {
      const { url, surveyId } = demo();
      await page.goto(`${url}/hr/surveys/${surveyId}/results?view=trend`, { waitUntil: 'networkidle' });
      await page.getByRole('link', { name: 'この画面の読み方' }).first().focus();
      await page.keyboard.press('Enter');
      await page.getByText('同じ職員が半数未満の組織は、前回と比べません。').waitFor();
    });
  });
}

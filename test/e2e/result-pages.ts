import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
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
    beforeAll(async () => {
      browser = await openBrowser(chromium);
    });
    afterAll(() => browser?.close());

    it.each([
      ['a desk', DESKTOP],
      ['a phone', PHONE],
    ])('are in order on %s', async (_, size) => {
      const { url, surveyId, department } = demo();
      const { page, errors } = await newVisitor(browser, size);
      await signIn(page, url, 'jinji', 'nobinobi-demo');
      const views = [...VIEWS, `departments&department=${department}`];
      for (const view of views) {
        await page.goto(`${url}/hr/surveys/${surveyId}/results?view=${view}`, { waitUntil: 'networkidle' });
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.getByRole('alert').count()).toBe(0);
        const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect([view, await page.evaluate<number>(beyond)]).toEqual([view, 0]);
        await expectAccessible(page);
      }
      expect(errors).toEqual([]);
      await page.context().close();
    });

    it('say that associations are no causes, and what the response rate allows to be said', async () => {
      const { url, surveyId } = demo();
      const { page } = await newVisitor(browser, DESKTOP);
      await signIn(page, url, 'jinji', 'nobinobi-demo');
      await page.goto(`${url}/hr/surveys/${surveyId}/results?view=analysis`, { waitUntil: 'networkidle' });
      const outcomes = page.getByRole('region', { name: /との関連$/ });
      expect(await outcomes.count()).toBe(2);
      expect(await page.getByText('関連の強さであり、原因を示すものではありません。').count()).toBeGreaterThanOrEqual(
        2,
      );
      await page.getByText('回答した職員の状況').waitFor();
      await page.context().close();
    });

    it('open the methods text by keyboard', async () => {
      const { url, surveyId } = demo();
      const { page } = await newVisitor(browser, DESKTOP);
      await signIn(page, url, 'jinji', 'nobinobi-demo');
      await page.goto(`${url}/hr/surveys/${surveyId}/results?view=trend`, { waitUntil: 'networkidle' });
      await page.getByRole('link', { name: 'この画面の読み方' }).first().focus();
      await page.keyboard.press('Enter');
      await page.getByText('同じ職員が半数未満の組織は、前回と比べません。').waitFor();
      await page.context().close();
    });
  });
}

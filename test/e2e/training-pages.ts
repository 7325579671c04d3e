import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HttpSession } from '../../apps/cli/src/demo/http-session.js';
import { expectAccessible } from '../factories/axe.js';
import { DESKTOP, newVisitor, openBrowser, PHONE } from '../factories/browser.js';
import { describeWith } from '../factories/capabilities.js';
import { signIn } from './road-steps.js';

const PASSWORD = 'nobinobi-demo';
const HR_PAGES = ['', '?view=sections', '/forecast', '/plan', '/sessions', '/courses', '/people', '/records'];

interface Session {
  readonly id: string;
  readonly own: { readonly place: string; readonly approval: string } | null;
}

/** The pages of training in the demo, on a phone and on a desk: HR's, the head's and the staff's, and a head's word that reaches both. */
export function describeTrainingPages(demoUrl: () => string): void {
  describeWith('chromium', 'its training pages', (chromium) => {
    let browser: Browser;
    let hr: HttpSession;
    let session: string;
    beforeAll(async () => {
      browser = await openBrowser(chromium);
      hr = await signedIn('jinji');
      const sessions = await hr.get<(Session & { courseKey: string; state: string })[]>('/api/training/sessions');
      session = sessions.find(({ state }) => state === 'scheduled')?.id ?? '';
    }, 300_000);
    afterAll(() => browser?.close());

    it('of HR are in order: nothing beyond the edge, nothing against WCAG 2.2 AA', async () => {
      const { page, errors } = await visit('jinji');
      for (const path of [...HR_PAGES, ...(session ? [`/sessions/${session}`] : [])])
        await expectInOrder(page, `/hr/training${path}`);
      expect(errors).toEqual([]);
    }, 300_000);

    it('show the plan and name what is behind', async () => {
      const { page } = await visit('jinji');
      await open(page, '/hr/training');
      const row = page.getByRole('row', { name: /土木部/ });
      expect(await row.innerText()).toContain('▼');
      await open(page, '/hr/training/forecast');
      await page.getByText('関連の強さであり、原因を示すものではありません。').first().waitFor();
    }, 120_000);

    it('of heads and staff are in order, and a head’s word reaches the applicant', async () => {
      const staff = await signedIn('100004');
      const applied = (await staff.get<Session[]>('/api/training/sessions')).find(({ own }) => own !== null);
      const person = await visit('100004');
      for (const path of ['/training', '/training/certificates']) await expectInOrder(person.page, path);
      const head = await visit('100001');
      await expectInOrder(head.page, '/unit/training');
      if (!applied) return; // A demo loaded after its last session has nobody who applies.
      expect(applied.own).toMatchObject({ approval: 'pending' });
      await open(person.page, '/training');
      await person.page.getByText('承認待ち').first().waitFor();
      await open(head.page, '/unit/training');
      await head.page.getByRole('button', { name: /承認/ }).first().click();
      await expect(
        staff.until<Session[]>('/api/training/sessions', (all) => all.some(({ own }) => own?.approval === 'approved')),
      ).resolves.toBeDefined();
      expect([...person.errors, ...head.errors]).toEqual([]);
    }, 300_000);

    async function signedIn(login: string): Promise<HttpSession> {
      const visitor = new HttpSession(demoUrl());
      await visitor.post('/api/session', { login, password: PASSWORD });
      return visitor;
    }

    async function visit(login: string): Promise<{ page: Page; errors: string[] }> {
      const visitor = await newVisitor(browser, PHONE);
      await signIn(visitor.page, demoUrl(), login, PASSWORD);
      return visitor;
    }

    async function open(page: Page, path: string): Promise<void> {
      await page.goto(demoUrl() + path, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }

    async function expectInOrder(page: Page, path: string): Promise<void> {
      await page.setViewportSize(PHONE);
      await open(page, path);
      const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect([path, await page.evaluate<number>(beyond)]).toEqual([path, 0]);
      await expectAccessible(page);
      await page.setViewportSize(DESKTOP);
      expect([path, await page.evaluate<number>(beyond)]).toEqual([path, 0]);
    }
  });
}

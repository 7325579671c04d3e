import { afterAll, beforeAll, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { StaffBrowser } from '../attack/staff-browser.js';
import { expectAccessible } from '../factories/axe.js';
import { DESKTOP, newVisitor, openBrowser } from '../factories/browser.js';
import { describeWith } from '../factories/capabilities.js';
import { HrOffice, PASSWORD } from '../factories/hr-office.js';
import { startNobinobi, type RunningNobinobi } from '../factories/nobinobi.js';
import { OTHER_QUESTIONNAIRE, OTHER_ROSTER, OTHER_STAFF, otherAnswers } from '../factories/other-city.js';
import { signIn } from './road-steps.js';

interface Cell {
  readonly key: Readonly<Record<string, string>>;
  readonly status: string;
  readonly n: number | null;
  readonly overall: string | null;
  readonly items: readonly { readonly item: string; readonly mean: string }[];
}
interface Programme {
  readonly key: string;
  readonly cumulative: number;
  readonly remaining: number;
  readonly departments: readonly { readonly department: string; readonly target: number; readonly actual: number }[];
}

/**
 * What a city does after it has seen the demo: deletes it, imports its own people, and asks them something else.
 * @param dataDir with the demo in it, and stopped; known once the tests run
 */
export function describeAnotherCity(dataDir: () => string): void {
  describeWith('chromium', 'another city after the demo', (chromium) => {
    let running: RunningNobinobi;
    let browser: Browser;
    let hr: HrOffice;
    let surveyId = '';

    beforeAll(async () => {
      running = await startNobinobi({ dataDir: dataDir(), arguments: ['--delete-demo'] });
      browser = await openBrowser(chromium);
    }, 900_000);
    afterAll(async () => {
      await browser?.close();
      await running?.stop();
    }, 300_000);

    it('begins empty: the demo’s people, surveys and sign-ins are gone', async () => {
      await expect(HrOffice.signIn(running.url, 'nobinobi-demo')).rejects.toThrow('401');
      hr = await HrOffice.setUp(running.url, running.setupUrl, '別の町');
      expect(await hr.session.get('/api/surveys')).toEqual([]);
      expect(await hr.session.get<{ total: number }>('/api/staff?offset=0&limit=1')).toMatchObject({ total: 0 });
    });

    it('imports its own roster and holds a survey on a scale from 1 to 4', async () => {
      await hr.importFile('roster', '名簿.csv', OTHER_ROSTER);
      const codes = await hr.accessCodes();
      expect([...codes.keys()].sort()).toEqual(OTHER_STAFF.map(({ staffNumber }) => staffNumber).sort());
      surveyId = await hr.openSurvey({ title: '働き方調査', questionnaire: OTHER_QUESTIONNAIRE });
      for (const [at, { staffNumber }] of OTHER_STAFF.entries()) {
        const person = { staffNumber, accessCode: codes.get(staffNumber) ?? '', answers: otherAnswers(at) };
        const staff = new StaffBrowser({ surveyId, url: () => running.url }, person);
        await staff.start(false);
        await staff.submit(false);
      }
      await hr.closeAndRelease(surveyId);
    }, 300_000);

    it('shows the means that a sum by hand gives, of the whole and of each section that is large enough', async () => {
      const { cells } = await hr.session.get<{ cells: Cell[] }>(`/api/surveys/${surveyId}/results`);
      const byHand = (item: string, section?: string): string => {
        const values = OTHER_STAFF.flatMap((person, at) =>
          section === undefined || person.section === section ? [Number(otherAnswers(at)[item])] : [],
        );
        const sum = values.reduce((total, value) => total + value, 0);
        // Two decimals, half up, in whole numbers.
        return (Math.floor((sum * 200 + values.length) / (2 * values.length)) / 100).toFixed(2);
      };
      const whole = cells.find(({ key }) => Object.keys(key).length === 0);
      for (const item of ['w1', 'w2', 'w3'])
        expect(whole?.items.find((each) => each.item === item)?.mean).toBe(byHand(item));
      const sections = cells.filter(({ key }) => Object.keys(key).join() === 'department');
      const status = new Map(sections.map(({ key, status: is }) => [key['department'], is]));
      expect(status.get('220')).toBe('primary');
      expect(status.get('210')).toBe('secondary');
      for (const { key, items } of sections.filter(({ key: { department = '' } }) =>
        ['110', '120'].includes(department),
      ))
        for (const { item, mean } of items) expect(mean).toBe(byHand(item, key['department']));
    });

    it('has every page of HR in order, with axe finding nothing', async () => {
      const { page, errors } = await newVisitor(browser, DESKTOP);
      await signIn(page, running.url, 'jinji', PASSWORD);
      const survey = `/hr/surveys/${surveyId}`;
      const views = ['items', 'positions', 'departments', 'groups', 'choices', 'analysis', 'tables'].map(
        (view) => `${survey}/results?view=${view}`,
      );
      for (const path of ['/hr', survey, `${survey}/participation`, ...views, '/hr/roster', '/hr/training']) {
        await page.goto(running.url + path, { waitUntil: 'networkidle' });
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.getByRole('alert').count()).toBe(0);
        await expectAccessible(page);
      }
      await page.goto(`${running.url}${survey}/results?view=choices`);
      await page.getByText('庁舎').first().waitFor();
      expect(errors).toEqual([]);
      await page.context().close();
    });

    it('takes a request for a further table, decides it, and shows what was released', async () => {
      const { page, errors } = await newVisitor(browser, DESKTOP);
      await signIn(page, running.url, 'jinji', PASSWORD);
      await page.goto(`${running.url}/hr/surveys/${surveyId}/results?view=tables`, { waitUntil: 'networkidle' });
      const ask = async (attributes: readonly string[]): Promise<void> => {
        for (const attribute of attributes) await page.getByLabel(attribute, { exact: true }).check();
        await page.getByRole('button', { name: '追加集計を依頼する' }).click();
      };
      // Everybody is of one employment type: the table is that of the positions over again, which may be shown.
      await ask(['職位', '任用形態']);
      await page.getByText('依頼を受け付けました').waitFor();
      await page
        .getByRole('row', { name: /職位 × 任用形態/ })
        .getByText('公表(第2版)')
        .waitFor();
      await page.getByText(/^表を開く/).click();
      await page.getByRole('columnheader', { name: '職位 × 任用形態' }).waitFor();
      await expectAccessible(page);
      await ask(['所属']);
      await page.getByRole('alert').getByText('公表済みか、判定を待っています').waitFor();
      expect(errors).toEqual([]);
      await page.context().close();
    });

    it('changes page, workbook and targets with one completion by CSV', async () => {
      const promoters = async (): Promise<Programme> => {
        const plan = await hr.session.get<{ programmes: Programme[] }>('/api/training/plan');
        const found = plan.programmes.find(({ key }) => key === 'dx-promoter');
        if (!found) throw new Error('no dx-promoter');
        return found;
      };
      const { page } = await newVisitor(browser, DESKTOP);
      await signIn(page, running.url, 'jinji', PASSWORD);
      const before = { programme: await promoters(), page: await trainingText(page), book: await trainingCells() };
      await hr.importFile('completions', '修了.csv', '職員番号,研修,修了日\r\n11001,DX推進員,2026-10-30\r\n');
      await hr.session.until<{ programmes: Programme[] }>('/api/training/plan', ({ programmes }) =>
        programmes.some(
          ({ key, cumulative }) => key === 'dx-promoter' && cumulative === before.programme.cumulative + 1,
        ),
      );
      const after = { programme: await promoters(), page: await trainingText(page), book: await trainingCells() };
      expect(after.programme.remaining).toBe(before.programme.remaining - 1);
      const targets = ({ departments }: Programme): number => departments.reduce((sum, { actual }) => sum + actual, 0);
      expect(targets(after.programme)).toBe(targets(before.programme) + 1);
      expect(after.page).not.toBe(before.page);
      expect(after.page).toContain(String(after.programme.remaining));
      expect(after.book).not.toEqual(before.book);
      expect(after.book).toContain(String(after.programme.cumulative));
      await page.context().close();
    });

    const trainingText = async (page: Page): Promise<string> => {
      await page.goto(`${running.url}/hr/training`, { waitUntil: 'networkidle' });
      return page.locator('main').innerText();
    };

    const trainingCells = async (): Promise<string[]> => {
      const { id } = await hr.session.post<{ id: string }>(`/api/surveys/${surveyId}/workbooks`, {
        departmentCode: '110',
      });
      await hr.session.until<{ state: string }>(`/api/jobs/${id}`, ({ state }) => state === 'done');
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(new Uint8Array(await hr.session.file(`/api/jobs/${id}/file`)).buffer);
      const texts: string[] = [];
      book.getWorksheet('DX研修')?.eachRow((row) => row.eachCell(({ value }) => void texts.push(String(value))));
      expect(texts.length).toBeGreaterThan(10);
      return texts;
    };
  });
}

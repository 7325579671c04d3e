import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { HttpSession } from '../../apps/cli/src/demo/http-session.js';
import {
  DifferencingAttack,
  type Combination,
  type Finding,
  type PublicAttribute,
  type PublicCell,
} from '../attack/differencing.js';
import { DESKTOP, newVisitor, openBrowser } from '../factories/browser.js';
import { findProgram } from '../factories/capabilities.js';
import { plainSheets, type PlainSheet } from '../factories/plain-sheets.js';
import { signIn } from './road-steps.js';

interface ShownCell {
  readonly key: Readonly<Record<string, string>>;
  readonly status: string;
  readonly n: number | null;
  readonly items: readonly { readonly item: string; readonly n: number; readonly counts?: readonly number[] }[];
  readonly choices: readonly { readonly question: string; readonly n: number }[];
  readonly earlier: readonly { readonly status: string; readonly n: number | null }[];
}
interface Results {
  readonly cells: readonly ShownCell[];
  readonly attributes: readonly PublicAttribute[];
  readonly minGroup: number;
  readonly detailMinGroup: number;
}
interface Wave {
  readonly id: string;
  readonly results: Results;
  readonly people: readonly Combination[];
}
export interface Office {
  readonly session: HttpSession;
  readonly url: string;
  readonly password: string;
}

/** Of the earlier wave one department in so many: its figures all stand in the newer wave's books too, as 経年. */
const EARLIER_SAMPLE = 8;

/**
 * Everything that HR can download or see of the two waves, and a reader who subtracts: replies of the api, every department's workbook of
 * the newer wave and a sample of the earlier one's, the pages' tables. Reads finished files and replies only.
 * @param office known once the tests run
 */
export function describeSubtractingReader(office: () => Office): void {
  describe('a reader of both waves who subtracts', () => {
    const workbooks = new Map<string, [string, Uint8Array][]>();
    let waves: Wave[];
    let imports: readonly Report[];

    beforeAll(async () => {
      const { session, url, password } = office();
      // What a member of staff is told while answering: how many share which attributes.
      const staff = new HttpSession(url);
      await staff.post('/api/session', { login: '100004', password });
      const surveys = await session.get<{ id: string; fiscalYear: number }[]>('/api/surveys');
      const inOrder = [...surveys].sort((a, b) => a.fiscalYear - b.fiscalYear);
      imports = await successionReports(session);
      waves = await Promise.all(inOrder.map(({ id }) => readWave(session, staff, id)));
      const newest = inOrder.at(-1)?.id;
      for (const { id, results } of waves)
        workbooks.set(
          id,
          id === newest ? await zippedWorkbooks(session, id) : await someWorkbooks(session, id, results),
        );
    }, 300_000);

    it('finds no group under five in what the api says, question by question', () => {
      expect(waves).toHaveLength(2);
      for (const wave of waves) {
        for (const { name, cells, least } of layers(wave.results)) {
          const found = new DifferencingAttack(wave.results.attributes, cells, wave.people, least).findings();
          expect({ name, found: found.slice(0, 5) }).toEqual({ name, found: [] });
        }
      }
    }, 600_000);

    it('learns nothing from an earlier wave on the new tree that the earlier wave had not said itself', () => {
      const [first, second] = waves;
      if (!first || !second) throw new Error('two waves are wanted');
      const passesInto = successions(imports, first.results, second.results);
      const cells = first.results.cells.map(({ key, n }) => ({ key, n: [n ?? 0], published: n !== null }));
      const attack = new DifferencingAttack(first.results.attributes, cells, first.people, 5);
      let compared = 0;
      for (const { key, earlier } of second.results.cells) {
        const then = earlier[0];
        if (then?.status !== 'shown') continue;
        expect(then.n).toBeGreaterThanOrEqual(5);
        const rest = Object.entries(key).filter(([attribute]) => attribute !== 'department');
        const places = rest.map(([attribute, value]) => [placeOf(first.results, attribute), value] as const);
        const derived = attack.deriveWhere(
          (combination) =>
            places.every(([place, value]) => combination[place] === value) &&
            (key['department'] === undefined || passesInto(combination[0] ?? '', key['department'])),
        );
        expect({ key, derived }).toEqual({ key, derived: [then.n] });
        compared += 1;
      }
      expect(compared).toBeGreaterThan(30);
    }, 300_000);

    it('finds in no workbook a number of answers that the api does not give', () => {
      for (const { id, results } of waves) {
        const found: Finding[] = [];
        let seen = 0;
        for (const [name, data] of workbooks.get(id) ?? [])
          for (const { sheet, at, n, distribution } of answerCounts(plainSheets(data))) {
            seen += 1;
            if (n < results.minGroup || (distribution && n < results.detailMinGroup))
              found.push({ how: 'small figure', what: `${name} ${sheet} ${at}`, n });
          }
        expect(found.slice(0, 5)).toEqual([]);
        expect(seen).toBeGreaterThan(2 * (workbooks.get(id)?.length ?? 0));
      }
    }, 600_000);

    it('sees on no page a number of answers under five', async () => {
      const program = findProgram('chromium');
      if (program === null) return console.warn('SKIPPED: the pages: Chromium is not installed');
      const browser = await openBrowser(program);
      const { url, password } = office();
      const { page } = await newVisitor(browser, DESKTOP);
      await signIn(page, url, 'jinji', password);
      let seen = 0;
      for (const { id } of waves)
        for (const view of ['items', 'positions', 'departments', 'groups', 'trend', 'choices']) {
          await page.goto(`${url}/hr/surveys/${id}/results?view=${view}`, { waitUntil: 'networkidle' });
          const open = page.getByRole('button', { name: 'すべて開く' });
          if ((await open.count()) > 0) await open.first().click();
          for (const n of await page.evaluate<number[]>(COUNTS_ON_PAGE)) {
            seen += 1;
            expect(n).toBeGreaterThanOrEqual(5);
          }
        }
      expect(seen).toBeGreaterThan(100);
      await browser.close();
    }, 300_000);
  });
}

async function readWave(session: HttpSession, staff: HttpSession, id: string): Promise<Wave> {
  const results = await session.get<Results>(`/api/surveys/${id}/results`);
  const { attributes, counts } = await staff.get<{ attributes: string[]; counts: (string | number | null)[][] }>(
    `/api/surveys/${id}/attribute-counts`,
  );
  const order = results.attributes.map(({ key }) => attributes.indexOf(key));
  return { id, results, people: counts.map((row) => order.map((at) => String(row[at] ?? '_withheld'))) };
}

interface Layer {
  readonly name: string;
  readonly least: number;
  readonly nOf: (cell: ShownCell) => number | null | undefined;
}

/** Respondents, each item, each distribution and each choice question; those shown in the same cells are attacked together. */
function layers({ cells, minGroup, detailMinGroup }: Results) {
  const questions = cells.find(({ key }) => Object.keys(key).length === 0);
  const itemOf = (cell: ShownCell, item: string) => cell.items.find((each) => each.item === item);
  const all: Layer[] = [
    { name: 'respondents', least: minGroup, nOf: ({ n }) => n },
    ...(questions?.items ?? []).flatMap(({ item }): Layer[] => [
      { name: item, least: minGroup, nOf: (cell) => itemOf(cell, item)?.n },
      {
        name: `${item} in detail`,
        least: detailMinGroup,
        nOf: (cell) => (itemOf(cell, item)?.counts ? itemOf(cell, item)?.n : null),
      },
    ]),
    ...(questions?.choices ?? []).map(({ question }): Layer => ({
      name: question,
      least: detailMinGroup,
      nOf: ({ choices }) => choices.find((each) => each.question === question)?.n,
    })),
  ];
  const alike = new Map<string, Layer[]>();
  for (const layer of all) {
    const shownIn = JSON.stringify([layer.least, cells.map((cell) => layer.nOf(cell) != null)]);
    alike.set(shownIn, [...(alike.get(shownIn) ?? []), layer]);
  }
  return [...alike.values()].map((group) => ({
    name: group.map(({ name }) => name).join('、'),
    least: group[0]?.least ?? minGroup,
    cells: cells.map((cell): PublicCell => {
      const n = group.map(({ nOf }) => nOf(cell) ?? 0);
      return { key: cell.key, n, published: n.every((each) => each > 0) };
    }),
  }));
}

function placeOf({ attributes }: Results, attribute: string): number {
  return attributes.findIndex(({ key }) => key === attribute);
}

interface Change {
  readonly staffNumber: string;
  readonly changes: readonly { readonly after: string }[];
}

interface Report {
  readonly added: readonly Change[];
  readonly changed: readonly Change[];
}

/** HR's own succession files, as the api reports them. */
async function successionReports(session: HttpSession): Promise<Report[]> {
  const imports = await session.get<{ id: string }[]>('/api/imports?kind=successions');
  const all = imports.map(({ id }) => session.get<{ report: Report }>(`/api/imports/${id}`));
  return (await Promise.all(all)).map(({ report }) => report);
}

/** Whether an old unit passes into a new one, or into what stands under it. */
function successions(reports: readonly Report[], before: Results, after: Results) {
  const next = new Map<string, string[]>();
  for (const { added, changed } of reports)
    for (const { staffNumber: old, changes } of [...added, ...changed])
      next.set(
        old,
        changes.flatMap(({ after: named }) => named.split('、').map((each) => each.split(' ')[0] ?? '')),
      );
  return passing(next, before, after);
}

function passing(next: ReadonlyMap<string, readonly string[]>, before: Results, after: Results) {
  const parentsOf = ({ attributes }: Results) =>
    new Map(attributes.find(({ key }) => key === 'department')?.values.map(({ key, parent }) => [key, parent]));
  const [oldParents, newParents] = [parentsOf(before), parentsOf(after)];
  const destinations = (code: string): readonly string[] => {
    const named = next.get(code);
    if (named) return named;
    if (newParents.has(code)) return [code];
    const above = oldParents.get(code);
    return above === undefined ? [] : destinations(above);
  };
  const isUnder = (code: string, unit: string): boolean => {
    for (let at: string | undefined = code; at !== undefined; at = newParents.get(at)) if (at === unit) return true;
    return false;
  };
  return (old: string, unit: string): boolean => {
    const into = old === '_withheld' ? [] : destinations(old);
    return into.length > 0 && into.every((code) => isUnder(code, unit));
  };
}

/** The zip of all departments. */
async function zippedWorkbooks(session: HttpSession, surveyId: string): Promise<[string, Uint8Array][]> {
  const files = Object.entries(unzipSync(await made(session, surveyId, {})));
  expect(files.length).toBeGreaterThan(300);
  return files;
}

/** Workbooks of every eighth department of the tree, at all its levels. */
async function someWorkbooks(
  session: HttpSession,
  surveyId: string,
  { attributes }: Results,
): Promise<[string, Uint8Array][]> {
  const departments = attributes.find(({ key }) => key === 'department')?.values ?? [];
  const some = departments.filter((_, at) => at % EARLIER_SAMPLE === 0);
  expect(some.length).toBeGreaterThan(30);
  return Promise.all(
    some.map(async ({ key, label }): Promise<[string, Uint8Array]> => [
      label,
      await made(session, surveyId, { departmentCode: key }),
    ]),
  );
}

async function made(session: HttpSession, surveyId: string, what: { departmentCode?: string }): Promise<Uint8Array> {
  const { id } = await session.post<{ id: string }>(`/api/surveys/${surveyId}/workbooks`, what);
  await session.until<{ state: string }>(`/api/jobs/${id}`, ({ state }) => state === 'done' || state === 'failed');
  return new Uint8Array(await session.file(`/api/jobs/${id}/file`));
}

interface AnswerCount {
  readonly sheet: string;
  readonly at: string;
  readonly n: number;
  /** Whether numbers of a distribution stand behind it. */
  readonly distribution: boolean;
}

/** Every number under a heading that speaks of a number of answers or of people who answered. */
function answerCounts(book: readonly PlainSheet[]): AnswerCount[] {
  const found: AnswerCount[] = [];
  for (const { name: sheet, rows } of book.filter(({ name }) => name !== 'DX研修')) {
    const counting = new Set<string>();
    rows.forEach((row, at) => {
      const columns = [...row.keys()];
      for (const [place, column] of columns.entries()) {
        const value = row.get(column);
        if (typeof value === 'string') {
          if (/^(回答数|回答者数|回答者|n)$/.test(value.replace(/\s/g, ''))) counting.add(column);
        } else if (value !== undefined && counting.has(column)) {
          const behind = columns.slice(place + 1).map((each) => row.get(each));
          const distribution = sheet === '分布' && behind.some((each) => typeof each === 'number');
          found.push({ sheet, at: `${column}, row ${at + 1}`, n: value, distribution });
        }
      }
    });
  }
  return found;
}

/** Runs in the page: numbers in columns headed 回答数 or 回答者. */
const COUNTS_ON_PAGE = `[...document.querySelectorAll('table')].flatMap((table) => {
  const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent ?? '');
  const at = heads.findIndex((head) => /回答(数|者)/.test(head));
  if (at < 0) return [];
  return [...table.querySelectorAll('tbody tr')].flatMap((row) => {
    const text = (row.children[at]?.textContent ?? '').replace(/[,人]/g, '').trim();
    return /^\\d+$/.test(text) ? [Number(text)] : [];
  });
})`;

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { HttpSession } from '../../apps/cli/src/demo/http-session.js';
import { startNobinobi, temporaryFolder, type RunningNobinobi } from '../factories/nobinobi.js';
import { describeAnotherCity } from './another-city.js';
import { describeSubtractingReader } from './subtracting-reader.js';
import { describeResultPages } from './result-pages.js';
import { describeTrainingPages } from './training-pages.js';

interface Published {
  readonly categories: readonly { readonly publishedMean: number }[];
  readonly items: readonly { readonly publishedMean: number }[];
}
interface Cell {
  readonly key: Readonly<Record<string, string>>;
  readonly status: string;
  readonly n: number | null;
  readonly overall: string | null;
  readonly items: readonly { readonly mean: string; readonly n: number }[];
  readonly categories: readonly { readonly mean: string }[];
}
interface Survey {
  readonly id: string;
  readonly fiscalYear: number;
  readonly state: string;
}
interface Results {
  readonly invited: number;
  readonly answered: number;
  readonly responseRate: string;
  readonly cells: readonly Cell[];
  readonly attributes: readonly {
    readonly key: string;
    readonly values: readonly { readonly key: string; readonly label: string; readonly parent?: string }[];
  }[];
}
interface Plan {
  readonly programmes: readonly {
    readonly key: string;
    readonly years: readonly { readonly target: number; readonly actual: number }[];
    readonly cumulative: number;
    readonly remaining: number;
    readonly departments: readonly { readonly department: string; readonly target: number; readonly actual: number }[];
  }[];
}

const reference = JSON.parse(readFileSync('test/golden/reference/engagement-2024.json', 'utf8')) as Published;
const invented = JSON.parse(readFileSync('libs/survey-model/data/demo/invented-means-2026.json', 'utf8')) as {
  readonly answered: number;
  readonly means: Readonly<Record<string, string>>;
};
const planReference = JSON.parse(readFileSync('test/golden/reference/dx-plan.json', 'utf8')) as {
  readonly programmes: readonly { readonly key: string; readonly targets: readonly number[]; readonly total: number }[];
};

let dataDir = '';
afterAll(() => rm(dataDir, { recursive: true, force: true }), 300_000);

describe('the demo city', () => {
  let demo: RunningNobinobi;
  let hr: HttpSession;
  let surveys: Survey[];
  let surveyId = '';
  let results: Results;

  beforeAll(async () => {
    dataDir = await temporaryFolder();
    demo = await startNobinobi({ dataDir, arguments: ['--demo'] });
    hr = new HttpSession(demo.url);
    await hr.post('/api/session', { login: 'jinji', password: 'nobinobi-demo' });
    surveys = await hr.get<Survey[]>('/api/surveys');
    surveyId = surveyOf(2024).id;
    results = await hr.get<Results>(`/api/surveys/${surveyId}/results`);
  }, 900_000);
  afterAll(async () => {
    await demo?.stop();
  }, 300_000);

  const surveyOf = (year: number): Survey => {
    const survey = surveys.find(({ fiscalYear }) => fiscalYear === year);
    if (!survey) throw new Error(`no survey of ${year}`);
    return survey;
  };
  const whole = (of: Results = results): Cell => {
    const cell = of.cells.find(({ key }) => Object.keys(key).length === 0);
    if (!cell) throw new Error('no grand total');
    return cell;
  };

  it('shows the published figures: 13 items, 5 categories, 3.25, 636 of 2,041, 31.2%', () => {
    expect(results).toMatchObject({ invited: 2041, answered: 636, responseRate: '31.2' });
    expect(whole().items.map(({ mean }) => mean)).toEqual(
      reference.items.map(({ publishedMean }) => publishedMean.toFixed(2)),
    );
    expect(whole().categories.map(({ mean }) => mean)).toEqual(
      reference.categories.map(({ publishedMean }) => publishedMean.toFixed(2)),
    );
    expect(whole().overall).toBe('3.25');
  });

  it('shows nothing of a group under 5, and not one lonely hidden cell in any family', () => {
    for (const { status, n, items, overall } of results.cells) {
      if (status === 'published') expect(n).toBeGreaterThanOrEqual(5);
      else expect({ n, items, overall }).toEqual({ n: null, items: [], overall: null });
      for (const item of items) expect(item.n).toBeGreaterThanOrEqual(5);
    }
    const parents = new Map(
      results.attributes.find(({ key }) => key === 'department')?.values.map(({ key, parent }) => [key, parent]),
    );
    const groups = new Map<string, Cell[]>();
    for (const cell of results.cells) {
      const { department, ...rest } = cell.key;
      if (department === undefined || Object.keys(rest).length > 0) continue;
      const family = parents.get(department) ?? '';
      groups.set(family, [...(groups.get(family) ?? []), cell]);
    }
    for (const [family, children] of groups) {
      const shown = results.cells.find(({ key }) =>
        family === '' ? Object.keys(key).length === 0 : key['department'] === family && !key['position'],
      );
      if (shown?.status !== 'published' || shown.n === null) continue;
      const rest = shown.n - children.reduce((sum, { n }) => sum + (n ?? 0), 0);
      expect(rest === 0 || rest >= 5).toBe(true);
    }
  });

  it('holds a second wave, released, whose tree is that of the reorganised city', async () => {
    expect(surveys.map(({ fiscalYear, state }) => [fiscalYear, state])).toEqual([
      [2026, 'released'],
      [2024, 'released'],
    ]);
    const second = await hr.get<Results>(`/api/surveys/${surveyOf(2026).id}/results`);
    expect(second.answered).toBe(invented.answered);
    expect(whole(second).items.map(({ mean }) => mean)).toEqual(Object.values(invented.means));
    const [before, after] = [results, second].map(
      ({ attributes }) => attributes.find(({ key }) => key === 'department')?.values ?? [],
    );
    const bureaus = (values = before): string[] =>
      (values ?? []).flatMap(({ label, parent }) => (parent === undefined ? [label] : []));
    expect(bureaus(before)).toEqual(expect.arrayContaining(['経済部', '農林水産部']));
    expect(bureaus(after)).toEqual(expect.arrayContaining(['総務部', 'DX推進部', '産業部']));
    for (const gone of ['経済部', '農林水産部']) expect(bureaus(after)).not.toContain(gone);
    const labelled = (label: string) => after?.filter((value) => value.label === label) ?? [];
    const industry = labelled('産業部')[0]?.key;
    expect(labelled('農業政策課')).toMatchObject([{ parent: industry }]);
    expect(labelled('観光ブランド課')).toMatchObject([{ parent: industry }]);
    for (const gone of ['介護保険課', '臨時給付金室', '雇用対策室']) expect(labelled(gone)).toEqual([]);
    for (const made of ['介護認定課', '介護給付課', 'ダイバーシティ推進課']) expect(labelled(made)).toHaveLength(1);
  });

  it('has the published plan, a complete first year and a second under way', async () => {
    const plan = await hr.get<Plan>('/api/training/plan');
    for (const { key, targets, total } of planReference.programmes) {
      const programme = plan.programmes.find((each) => each.key === key);
      expect(programme?.years.map(({ target }) => target)).toEqual(targets);
      expect(programme?.years[0]?.actual).toBe(targets[0]);
      expect((programme?.cumulative ?? 0) + (programme?.remaining ?? 0)).toBe(total);
      expect(programme?.departments.reduce((sum, { target }) => sum + target, 0)).toBe(targets[1]);
      expect(programme?.years[1]?.actual).toBeGreaterThan(0);
    }
    const behind = plan.programmes[0]?.departments.find(({ department }) => department === '土木部');
    expect((behind?.target ?? 0) - (behind?.actual ?? 0)).toBeGreaterThan(0);
  });

  it('has a forecast, what a learning system could not place, and people who wait for a seat', async () => {
    interface Forecast {
      readonly basis: { readonly pastSeats: number } | null;
      readonly scenarios: readonly { readonly years: readonly { readonly probability: number }[] }[];
    }
    const forecast = await hr.until<Forecast>(
      '/api/training/programmes/dx-promoter/forecast',
      ({ basis }) => (basis?.pastSeats ?? 0) > 0,
    );
    expect(forecast.scenarios).toHaveLength(2);
    for (const { probability } of forecast.scenarios.flatMap(({ years }) => years)) {
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
    const parked = await hr.get<{ reason: string }[]>('/api/training/parked-statements');
    expect(parked.map(({ reason }) => reason)).toEqual(['person-unknown', 'person-unknown']);
    const sessions = await hr.get<{ capacity: number; seated: number; waiting: number }[]>(
      '/api/training/sessions?from=2026-04-01&until=2027-03-31',
    );
    expect(sessions).toHaveLength(14);
    for (const { capacity, seated, waiting } of sessions) expect(waiting > 0 ? seated : capacity).toBe(capacity);
  });

  it('takes one more completion by CSV from the command line: plan, target table and workbook change', async () => {
    const before = await hr.get<Plan>('/api/training/plan');
    const promoters = (plan: Plan) => plan.programmes.find(({ key }) => key === 'dx-promoter');
    const file = join(dataDir, 'one.csv');
    // 100001 is the head of the first bureau, who is no promoter in the demo.
    await writeFile(file, '職員番号,研修,修了日\n100001,DX推進員,2026-10-30\n');
    execFileSync(process.execPath, ['bin/nobinobi.mjs', 'import-completions', file], {
      env: { ...process.env, NOBINOBI_DATA_DIR: dataDir },
    });
    await hr.until<Plan>(
      '/api/training/plan',
      (plan) => promoters(plan)?.cumulative === (promoters(before)?.cumulative ?? 0) + 1,
    );
    const after = await hr.get<Plan>('/api/training/plan');
    expect(promoters(after)?.remaining).toBe((promoters(before)?.remaining ?? 0) - 1);
    expect(promoters(after)?.departments[0]?.actual).toBe((promoters(before)?.departments[0]?.actual ?? 0) + 1);
    const book = await workbook(bureauCode('総務部'));
    const texts = textsOf(book, 'DX研修');
    expect(texts).toContain(String(promoters(after)?.cumulative));
    expect(texts).not.toContain(String(promoters(before)?.cumulative));
  });

  it('builds a workbook that shows the city and the bureau as the page does', async () => {
    const code = bureauCode('総務部');
    const bureau = results.cells.find(({ key }) => key['department'] === code && Object.keys(key).length === 1);
    const texts = textsOf(await workbook(code), '概要');
    expect(texts).toContain('3.25');
    expect(texts).toContain(bureau?.overall);
  });

  describeSubtractingReader(() => ({ session: hr, url: demo.url, password: 'nobinobi-demo' }));
  describeTrainingPages(() => demo.url);
  describeResultPages(() => ({ url: demo.url, surveyId: surveyOf(2026).id, department: bureauCode('総務部') }));

  function bureauCode(label: string): string {
    return (
      results.attributes.find(({ key }) => key === 'department')?.values.find((value) => value.label === label)?.key ??
      ''
    );
  }

  async function workbook(departmentCode: string): Promise<ExcelJS.Workbook> {
    const { id } = await hr.post<{ id: string }>(`/api/surveys/${surveyId}/workbooks`, { departmentCode });
    const job = await hr.until<{ state: string; fileName: string | null }>(
      `/api/jobs/${id}`,
      ({ state }) => state === 'done' || state === 'failed',
    );
    expect(job.fileName).toBe('2024_総務部.xlsx');
    const bytes = await hr.file(`/api/jobs/${id}/file`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    return book;
  }
});

describeAnotherCity(() => dataDir);

/** Cells as shown: numbers to two decimals where they have any. */
function textsOf(book: ExcelJS.Workbook, sheet: string): string[] {
  const texts: string[] = [];
  book
    .getWorksheet(sheet)
    ?.eachRow((row) =>
      row.eachCell(
        ({ value }) =>
          void texts.push(typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value)),
      ),
    );
  return texts;
}

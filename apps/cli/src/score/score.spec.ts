import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '#tabular';
import { scoreJson, type CellJson } from './score-json.js';
import { scoreTable, type ScoreOptions } from './score-table.js';
import { scoreText } from './score-text.js';
import { writeWorkbooks } from './write-workbooks.js';

const options: ScoreOptions = {
  by: ['department'],
  questionnaire: null,
  scale: { min: 1, max: 4 },
  missing: new Set(),
  minGroup: 5,
  acceptValid: false,
  crossed: [],
};

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'nobinobi-score-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function score(content: string | Uint8Array, more: Partial<ScoreOptions> = {}, name = 'answers.csv') {
  const path = join(folder, name);
  await writeFile(path, content);
  return scoreTable(await openTable(path), { ...options, ...more });
}

/** Half up by decimal text of a scaled integer: no part of the product. */
const halfUp = (sum: number, n: number, digits: number): number =>
  Math.floor((2 * sum * 10 ** digits + n) / (2 * n)) / 10 ** digits;

describe('1,500 people, 10 items on a scale of four, with blanks', () => {
  const people = Array.from({ length: 1500 }, (_, at) => ({
    department:
      ['総務部', '市民部', "O'Brien, 課", '環境部', '小さな課'][at % 100 < 97 ? at % 4 : at < 150 ? 4 : 0] ?? '',
    answers: Array.from({ length: 10 }, (_unused, q) =>
      (at * 7 + q * 13 + ((at * at) % 11)) % 23 === 0 ? null : ((at * 5 + q * q + (at % (q + 3))) % 4) + 1,
    ),
  }));
  const csv = `department,${people[0]?.answers.map((_, q) => `q${q + 1}`).join(',')}\r\n${people
    .map(({ department, answers }) => [`"${department} "`, ...answers.map((answer) => answer ?? '')].join(','))
    .join('\r\n')}`;

  it('gives the means and shares an independent computation gives', async () => {
    const json = scoreJson(await score(csv));
    const check = (cell: CellJson | undefined, members: typeof people): void => {
      if (!cell || 'suppressed' in cell) throw new Error('suppressed');
      expect(cell.n).toBe(members.length);
      for (let q = 0; q < 10; q += 1) {
        const given = members
          .map(({ answers }) => answers[q])
          .filter((answer) => answer !== null && answer !== undefined);
        const sum = given.reduce((total, answer) => total + answer, 0);
        expect(cell.items[`q${q + 1}`]).toMatchObject({ n: given.length, mean: halfUp(sum, given.length, 2) });
      }
    };
    check(json.overall, people);
    const shown = Object.entries(json.by['department'] ?? {}).filter(([, cell]) => !('suppressed' in cell));
    expect(shown).toHaveLength(3);
    for (const [name, cell] of shown)
      check(
        cell,
        people.filter(({ department }) => department === name),
      );
    const overall = json.overall;
    if ('suppressed' in overall) throw new Error('suppressed');
    const top = people.filter(({ answers }) => (answers[0] ?? 0) >= 3).length;
    expect(overall.items['q1']?.favourablePercent).toBe(halfUp(100 * top, overall.items['q1']?.n ?? 0, 1));
  });

  it('hides the group under 5 and one more, and counts every person once', async () => {
    const { by } = scoreJson(await score(csv));
    const groups = by['department'] ?? {};
    expect(groups['小さな課']).toEqual({ suppressed: 'primary' });
    expect(Object.values(groups).filter((cell) => 'suppressed' in cell)).toHaveLength(2);
  });
});

describe('real-life files', () => {
  const rows = Array.from({ length: 12 }, (_, at) => `総務部　,${(at % 4) + 1},２`);

  it.each([
    ['UTF-8 with a byte order mark', `\ufeff所属,q1,q2\n${rows.join('\n')}`],
    ['CP932', new Uint8Array(iconv.encode(`所属,q1,q2\r\n${rows.join('\r\n')}`, 'cp932'))],
  ])('reads %s, full-width digits and trailing spaces', async (_name, content) => {
    const { overall, by } = scoreJson(await score(content, { by: ['department'] }));
    expect(overall).toMatchObject({
      n: 12,
      items: { q1: { n: 12, mean: 2.5, favourablePercent: 50 }, q2: { mean: 2 } },
      overall: 2.25,
    });
    expect(Object.keys(by['department'] ?? {})).toEqual(['総務部']);
  });

  it('takes 0 as missing only when told so', async () => {
    const csv = `department,q1\n${Array.from({ length: 10 }, (_, at) => `a,${at % 2 === 0 ? 0 : 4}`).join('\n')}`;
    expect(scoreJson(await score(csv, { missing: new Set(['0']) })).overall).toMatchObject({
      n: 10,
      items: { q1: { n: 5, mean: 4 } },
    });
    await expect(score(csv)).rejects.toMatchObject({ code: 'bad-answers' });
  });

  it('leaves favourablePercent out under 10 answers and an item under the smallest group', async () => {
    const csv = `department,q1,q2\n${Array.from({ length: 9 }, (_, at) => `a,3,${at < 4 ? 2 : ''}`).join('\n')}`;
    expect(scoreJson(await score(csv)).overall).toEqual({ n: 9, items: { q1: { n: 9, mean: 3 } }, overall: null });
  });

  it('names every wrong cell with line and column, and takes the valid rows only when asked', async () => {
    const csv = `department,q1,q2\na,1,2\nb,5,x\nc,3,\n${'d,4,4\n'.repeat(9)}`;
    const refusal = await score(csv).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'bad-answers',
      details: [
        { line: 3, column: 'q1' },
        { line: 3, column: 'q2' },
      ],
    });
    expect(scoreJson(await score(csv, { acceptValid: true })).overall).toMatchObject({ n: 11 });
  });

  it('says which columns there are when one is missing', async () => {
    await expect(score('a,b\n1,2\n')).rejects.toMatchObject({
      code: 'no-such-column',
      ja: expect.stringContaining('a、b'),
    });
    await expect(score('department,b\nx,2\n')).rejects.toMatchObject({ code: 'no-item-columns' });
  });

  it('reads an xlsx file', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('回答');
    sheet.addRow(['職位', 'Q1', 'Q2']);
    for (let at = 0; at < 10; at += 1) sheet.addRow(['主事', 1 + (at % 4), 4]);
    const json = scoreJson(
      await score(new Uint8Array(await book.xlsx.writeBuffer()), { by: ['position'] }, 'answers.xlsx'),
    );
    expect(json.by['position']?.['主事']).toMatchObject({
      n: 10,
      items: { q1: { mean: 2.3 }, q2: { mean: 4, favourablePercent: 100 } },
    });
  });
});

describe('for people', () => {
  it('prints a table and writes one workbook a department, hidden ones included', async () => {
    const csv = `所属,職位,q1\n${Array.from({ length: 40 }, (_, at) => `${at < 3 ? '小課' : at < 20 ? '市民課' : '税務課'},${at % 2 === 0 ? '主事' : '主査'},${(at % 4) + 1}`).join('\n')}`;
    const file = await score(csv, { by: ['所属', '職位'], crossed: [['所属', '職位']] });
    expect(scoreText(file)).toContain('小課');
    expect(scoreText(file)).toContain('秘匿(人数が少ない)');
    const out = join(folder, 'reports');
    const names = await writeWorkbooks(file, {
      folder: out,
      organisation: '試験市',
      minGroup: 5,
      position: '職位',
      now: new Date('2026-11-21T00:00:00Z'),
    });
    expect(names).toHaveLength(3);
    expect((await readdir(out)).sort()).toEqual([...names].sort());
  });
});

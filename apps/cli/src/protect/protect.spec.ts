import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '#tabular';
import { spans } from '../../../../test/factories/rational-span.js';
import { protectJson, type ProtectJson } from './protect-json.js';
import { protectTable, type ProtectedFile } from './protect-table.js';
import { protectText } from './protect-text.js';
import { readHierarchy, type Hierarchy } from './read-hierarchy.js';
import { parseHierarchyOption, parseTables } from './table-names.js';

interface Given {
  readonly tables: string;
  readonly hierarchy?: Readonly<Record<string, string>>;
  readonly weights?: string;
  readonly minGroup?: number;
}

const hierarchyOf = async (text: string): Promise<Hierarchy> =>
  readHierarchy(await openTable(Buffer.from(text), { fileName: 'units.csv' }));

async function decide(content: string | Uint8Array, given: Given): Promise<ProtectedFile> {
  const hierarchies = new Map<string, Hierarchy>();
  for (const [column, text] of Object.entries(given.hierarchy ?? {})) hierarchies.set(column, await hierarchyOf(text));
  return protectTable(await openTable(Buffer.from(content), { fileName: 'staff.csv' }), {
    tables: parseTables(given.tables),
    hierarchies,
    weights: given.weights ?? null,
    minGroup: given.minGroup ?? 5,
  });
}

const csv = (header: string, rows: readonly (readonly [string, number])[]): string =>
  [header, ...rows.flatMap(([row, n]) => Array.from({ length: n }, () => row))].join('\n');

const statusOf = ({ cells }: ProtectJson, key: Readonly<Record<string, string>>): unknown => {
  const same = cells.filter((cell) => JSON.stringify(cell.key) === JSON.stringify(key));
  return same.map(({ n, status }) => [n, status]);
};

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'nobinobi-protect-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('cells', () => {
  it('gives each cell once, with its count, the totals left out of the key', async () => {
    const json = protectJson(
      await decide(
        csv('d,g', [
          ['a,x', 7],
          ['a,y', 8],
          ['b,x', 9],
          ['b,y', 3],
        ]),
        { tables: 'd,g,d*g' },
      ),
    );
    expect(json.cells).toHaveLength(9);
    expect(json.cells[0]).toEqual({ table: ['d'], key: {}, n: 27, status: 'published' });
    expect(json.cells).toContainEqual({ table: ['d', 'g'], key: { d: 'b', g: 'y' }, n: 3, status: 'primary' });
    // One small cell in a two by two table takes all four: both margins are shown.
    expect(json.cells.filter(({ key }) => key['d'] && key['g']).map(({ n, status }) => [n, status])).toEqual([
      [7, 'secondary'],
      [8, 'secondary'],
      [9, 'secondary'],
      [3, 'primary'],
    ]);
    expect(json.audit).toEqual({
      cells: 9,
      published: 5,
      primary: 1,
      secondary: 3,
      remainders: 0,
      spanTests: 1,
      derivable: 0,
    });
  });

  it('counts blanks as a value of their own, and lists no cell that is empty', async () => {
    const json = protectJson(
      await decide(
        csv('d,g', [
          ['a,', 6],
          ['b,x', 6],
        ]),
        { tables: 'd*g' },
      ),
    );
    expect(statusOf(json, { d: 'a', g: '(空欄)' })).toEqual([[6, 'published']]);
    expect(statusOf(json, { d: 'a', g: 'x' })).toEqual([]);
    expect(protectJson(await decide('d,g\n', { tables: 'd*g' })).cells).toEqual([]);
  });

  it('takes counts, in any width, and passes over nobody', async () => {
    const json = protectJson(await decide('d,n\na,"1,200"\na,１２\nb,7.0\nc,0\n', { tables: 'd', weights: 'n' }));
    expect(json.cells.map(({ key, n }) => [key['d'], n])).toEqual([
      [undefined, 1219],
      ['a', 1212],
      ['b', 7],
    ]);
  });

  it('tells values apart that look alike when joined', async () => {
    const json = protectJson(
      await decide(
        csv('d,g', [
          ['a\u001fb,c', 6],
          ['a,b\u001fc', 7],
        ]),
        { tables: 'd*g' },
      ),
    );
    expect(json.cells).toHaveLength(7);
  });
});

describe('hierarchies', () => {
  const units = 'child,parent\ns1,b1\ns2,b1\ns3,b2\nb1,\n';

  it('counts people at any level, and guards those who stand directly in a parent', async () => {
    const json = protectJson(
      await decide(
        csv('u', [
          ['b1', 2],
          ['s1', 8],
          ['s2', 9],
          ['s3', 6],
          ['new', 5],
        ]),
        { tables: 'u', hierarchy: { u: units } },
      ),
    );
    expect(json.cells.map(({ key, n }) => [key['u'], n])).toEqual([
      [undefined, 30],
      ['b1', 19],
      ['s1', 8],
      ['s2', 9],
      ['b2', 6],
      ['s3', 6],
      ['new', 5],
    ]);
    // 19 − 8 − 9 would be the two.
    const shown = ['b1', 's1', 's2'].filter((u) => JSON.stringify(statusOf(json, { u })).includes('published'));
    expect(shown.length).toBeLessThan(3);
  });

  it('says which values the file does not have', async () => {
    const { placedOnTop } = await decide(
      csv('u', [
        ['s1', 6],
        ['new', 5],
      ]),
      { tables: 'u', hierarchy: { u: units } },
    );
    expect(placedOnTop).toEqual([{ attribute: 'u', fileName: 'units.csv', values: ['new'] }]);
  });

  it('goes 20 levels deep, and reads parent before child when the header says so', async () => {
    const chain = Array.from({ length: 19 }, (_, at) => `u${at},u${at + 1}`).join('\n');
    const json = protectJson(
      await decide(csv('u', [['u19', 6]]), { tables: 'u', hierarchy: { u: `上位,下位\n${chain}` } }),
    );
    expect(json.cells).toHaveLength(21);
  });

  it.each([
    ['two parents', 'child,parent\na,b\na,c', [{ line: 3, column: 'parent' }]],
    ['a circle', 'child,parent\na,b\nb,c\nc,a\nd,a', [{ line: 4, ja: expect.stringContaining('a → b → c → a') }]],
    ['itself', 'child,parent\na,a', [{ line: 2 }]],
    ['a blank child', 'child,parent\n,b', [{ line: 2, column: 'child' }]],
    ['a stray comma', 'child,parent\na,b,c', [{ line: 2 }]],
    ['no header', 'a,b\nc,b', []],
    ['three columns', 'child,parent,name\na,b,c', []],
  ])('refuses %s', async (_name, text, details) => {
    const refusal = await hierarchyOf(text).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'bad-hierarchy', ja: expect.stringContaining('units.csv') });
    expect(refusal).toMatchObject({ details: details.map((each) => expect.objectContaining(each)) });
  });
});

describe('an attacker with exact fractions', () => {
  const person = fc.record({
    unit: fc.constantFrom('b1', 's1', 's2', 's3', 's4', 't1', ''),
    grade: fc.constantFrom('x', 'y', 'z'),
    age: fc.constantFrom('20', '30'),
    n: fc.integer({ min: 0, max: 6 }),
  });
  const parents: Record<string, string> = { s1: 'b1', s2: 'b1', s3: 'b2', s4: 'b2', t1: 's1' };
  const file = `child,parent\n${Object.entries(parents)
    .map((pair) => pair.join(','))
    .join('\n')}`;
  const above = (unit: string): string[] => [unit || '(空欄)', ...(parents[unit] ? above(parents[unit]) : [])];

  it('derives no small cell from what is published, whatever the tables', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('unit', 'unit*grade', 'unit*grade,unit*age,grade*age', 'unit*grade*age', 'grade*age,unit'),
        fc.integer({ min: 2, max: 6 }),
        async (people, tables, minGroup) => {
          const text = `unit,grade,age,n\n${people.map(({ unit, grade, age, n }) => `${unit},${grade},${age},${n}`).join('\n')}`;
          const { cells } = protectJson(
            await decide(text, { tables, hierarchy: { unit: file }, weights: 'n', minGroup }),
          );
          const filled = people.filter(({ n }) => n > 0);
          const members = (key: Readonly<Record<string, string>>): number[] =>
            filled.flatMap((each, at) => {
              const fits = Object.entries(key).every(([name, value]) =>
                name === 'unit' ? above(each.unit).includes(value) : each[name as 'grade' | 'age'] === value,
              );
              return fits ? [at] : [];
            });
          const attacker = spans(
            filled.length,
            cells.filter(({ status }) => status === 'published').map(({ key }) => members(key)),
          );
          for (const { key, n, status } of cells) {
            const own = members(key);
            expect(n).toBe(own.reduce((sum, at) => sum + (filled[at]?.n ?? 0), 0));
            expect(status === 'primary').toBe(n < minGroup);
            if (n < minGroup) expect(attacker(own)).toBe(false);
          }
          expect(new Set(cells.map(({ key }) => JSON.stringify(key))).size).toBe(cells.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('real-life files', () => {
  it.each([
    ['CP932', async () => new Uint8Array(iconv.encode('所属,職位\r\n市民課,主事\r\n', 'cp932'))],
    [
      'xlsx',
      async () => {
        const book = new ExcelJS.Workbook();
        book.addWorksheet('職員').addRows([
          ['所属', '職位'],
          ['市民課', '主事'],
        ]);
        return new Uint8Array(await book.xlsx.writeBuffer());
      },
    ],
  ])('reads %s', async (name, bytes) => {
    const path = join(folder, name);
    await writeFile(path, await bytes());
    const options = { tables: [['所属', '職位']], hierarchies: new Map(), weights: null, minGroup: 5 };
    const { cells } = protectJson(await protectTable(await openTable(path), options));
    expect(cells).toContainEqual({
      table: ['所属', '職位'],
      key: { 所属: '市民課', 職位: '主事' },
      n: 1,
      status: 'primary',
    });
  });

  it.each([
    ['x\na\n', { tables: 'd' }, 'no-such-column', 'staff.csv'],
    ['"a,b"\nx\n', { tables: 'a,b' }, 'no-such-column', '「a,b」'],
    ['d\na\n', { tables: 'd', weights: 'n' }, 'no-such-column', '--weights'],
    ['所属\na\n', { tables: '所属,department' }, 'column-twice', '所属'],
    ['d,n\na,1\n', { tables: 'd,n', weights: 'n' }, 'column-twice', '--weights'],
  ])('refuses %j with %j', async (content, given, code, says) => {
    await expect(decide(content, given)).rejects.toMatchObject({ code, ja: expect.stringContaining(says) });
  });

  it('names every row that is no count', async () => {
    const refusal = await decide('d,n\na,1.5\nb,-1\nc,\nd,3\ne,x,y\n', { tables: 'd', weights: 'n' }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ code: 'bad-counts', details: [2, 3, 4, 6].map((line) => ({ line, column: 'n' })) });
  });

  it.each(['', ' , ', 'a**b', 'a*a', 'a*b*c*d*e*f*g'])('refuses --tables "%s"', (text) => {
    expect(() => parseTables(text)).toThrow(expect.objectContaining({ name: 'DomainError' }));
  });

  it('takes a table once, and a hierarchy for a column with "=" in its name', () => {
    expect(parseTables('a, b，a*b,b＊a,a')).toEqual([['a'], ['b'], ['a', 'b']]);
    expect(parseHierarchyOption('a=b=c.csv', ['a', 'a=b'])).toEqual({ column: 'a=b', file: 'c.csv' });
    expect(() => parseHierarchyOption('x=c.csv', ['a'])).toThrow(
      expect.objectContaining({ code: 'bad-hierarchy-option' }),
    );
  });
});

describe('for people', () => {
  it('prints no count that must not be shown', async () => {
    const units = await hierarchyOf('child,parent\n市民課,市民部\n税務課,市民部\n');
    const file = await decide(
      csv('所属', [
        ['市民課', 41],
        ['税務課', 3],
        ['市民部', 17],
      ]),
      { tables: '所属', hierarchy: { 所属: 'child,parent\n市民課,市民部\n税務課,市民部\n' } },
    );
    const text = protectText(file, new Map([['所属', units]]));
    expect(text).toContain('　税務課');
    expect(text).toMatch(/税務課\s+–\s+秘匿\(人数が少ない\)/);
    expect(text).toMatch(/市民部\s+61/);
  });
});

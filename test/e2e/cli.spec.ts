import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'nobinobi-cli-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function nobinobi(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/nobinobi.mjs', ...args], { maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}

describe('nobinobi', () => {
  it('explains itself', async () => {
    const { stdout, code } = await nobinobi('--help');
    expect(code).toBe(0);
    for (const command of ['start', 'score', 'protect', 'import-roster', 'migrate']) expect(stdout).toContain(command);
  });

  it('scores 100,000 rows to JSON and nothing but JSON', async () => {
    const path = join(folder, 'large.csv');
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `課${at % 50},${(at % 5) + 1},${((at * 3) % 5) + 1},${at % 7 === 0 ? '' : 3}`,
    );
    await writeFile(path, `\ufeffdepartment,q1,q2,q3\r\n${rows.join('\r\n')}\r\n`);
    const { stdout, code } = await nobinobi('score', path, '--by', 'department', '--json');
    expect(code).toBe(0);
    const json = JSON.parse(stdout) as { overall: object; by: { department: Record<string, object> } };
    expect(json.overall).toMatchObject({
      n: 100_000,
      items: { q1: { n: 100_000, mean: 3, favourablePercent: 40 }, q3: { n: 85_714, mean: 3 } },
    });
    expect(Object.keys(json.by.department)).toHaveLength(50);
    expect(json.by.department['課0']).toMatchObject({ n: 2000, items: { q1: { mean: 1 }, q2: { mean: 1 } } });
  });

  it('writes workbooks, and none when a cell is wrong', async () => {
    const path = join(folder, 'answers.csv');
    const good = Array.from({ length: 30 }, (_, at) => `${at % 2 === 0 ? '市民課' : '税務課'},${(at % 4) + 1}`);
    await writeFile(path, `所属,q1\n${good.join('\n')}`);
    const out = join(folder, 'out');
    expect((await nobinobi('score', path, '--by', '所属', '--scale', '1-4', '--out', out)).code).toBe(0);
    expect((await readdir(out)).filter((name) => name.endsWith('.xlsx'))).toHaveLength(2);

    await writeFile(path, `所属,q1\n${good.join('\n')}\n市民課,9`);
    const wrong = join(folder, 'wrong');
    const { code, stdout, stderr } = await nobinobi('score', path, '--by', '所属', '--scale', '1-4', '--out', wrong);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('32 行目 q1');
    await expect(readdir(wrong)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  describe('protect', () => {
    const file = async (name: string, content: string | Uint8Array): Promise<string> => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    };
    interface Decided {
      readonly cells: readonly { table: string[]; key: Record<string, string>; n: number; status: string }[];
      readonly audit: object;
    }

    it('prints JSON and nothing but JSON: counts, a hierarchy in CP932, and what that lacks on stderr', async () => {
      const path = await file(
        'counts.csv',
        'section,grade,n\n人事課,課長,3\n人事課,主事,30\n財政課,主事,20\n室,主事,9\n',
      );
      const units = await file(
        'units.csv',
        new Uint8Array(iconv.encode('課,部\r\n人事課,総務部\r\n財政課,総務部', 'cp932')),
      );
      const given = ['--tables', 'section,grade,section*grade', '--hierarchy', `section=${units}`, '--weights', 'n'];
      const { code, stdout, stderr } = await nobinobi('protect', path, ...given, '--json');
      expect(code).toBe(0);
      expect(stderr).toContain('室');
      const { cells, audit } = JSON.parse(stdout) as Decided;
      expect(cells).toHaveLength(1 + 4 + 2 + 6);
      expect(cells[0]).toEqual({ table: ['section'], key: {}, n: 62, status: 'published' });
      expect(cells).toContainEqual({
        table: ['section', 'grade'],
        key: { section: '人事課', grade: '課長' },
        n: 3,
        status: 'primary',
      });
      expect(cells.find(({ key }) => key['section'] === '総務部' && !key['grade'])).toMatchObject({ n: 53 });
      expect(audit).toMatchObject({ cells: 13, derivable: 0, spanTests: 1 });
    });

    it('prints a table of a workbook, without the counts that must not be shown', async () => {
      const book = new ExcelJS.Workbook();
      const rows = Array.from({ length: 20 }, (_, at) => [at < 4 ? '小課' : at < 11 ? '市民課' : '税務課']);
      book.addWorksheet('職員').addRows([['所属'], ...rows]);
      const path = await file('staff.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
      const { code, stdout, stderr } = await nobinobi('protect', path, '--tables', '所属');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/小課\s+–\s+秘匿\(人数が少ない\)/);
      expect(stdout).toMatch(/市民課\s+–\s+秘匿\(差し引きで分かる\)/);
      expect(stdout).toMatch(/税務課\s+9\n/);
    });

    it('takes 200,000 rows of 2,000 groups', async () => {
      const rows = Array.from({ length: 200_000 }, (_, at) => `${at},課${at % 100},級${(at * 7) % 20}`);
      const path = await file('many.csv', `id,d,g\n${rows.join('\n')}`);
      const { code, stdout } = await nobinobi('protect', path, '--tables', 'd*g', '--json');
      expect(code).toBe(0);
      expect((JSON.parse(stdout) as Decided).cells[0]).toMatchObject({ key: {}, n: 200_000 });
    });

    it.each([
      ['d,n\na,1\nb,2.5\n', ['--tables', 'd', '--weights', 'n'], ['input.csv', '3 行目 n', 'Error:']],
      ['d\na\n', ['--tables', 'e'], ['input.csv', '「e」', 'no column "e"']],
      ['d\na\n', ['--tables', 'd', '--weights', 'n'], ['--weights', '「n」']],
      ['d\na\n', ['--tables', 'd', '--min-group', '1'], ['2 から 1000']],
      ['d\na\n', [], ['--tables']],
      ['d\na\n', ['--tables', 'd', '--hierarchy', 'd=nowhere.csv'], ['nowhere.csv']],
      ['child,parent\na,b\na,c\n', ['--tables', 'child', '--hierarchy', 'child={}'], ['input.csv', '3 行目 parent']],
      ['child,parent\na,b\nb,a\n', ['--tables', 'child', '--hierarchy', 'child={}'], ['a → b → a']],
    ])('says of %j with %j what is wrong, and prints no cell', async (content, args, remedies) => {
      const path = await file('input.csv', content);
      const given = args.map((arg) => arg.replace('{}', path));
      const { code, stdout, stderr } = await nobinobi('protect', path, ...given, '--json');
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      for (const remedy of remedies) expect(stderr).toContain(remedy);
      expect(stderr).not.toMatch(/at .*\.js:\d+/);
    });
  });

  it.each([
    [['score', 'nowhere.csv'], 'nowhere.csv'],
    [['score', 'README.md', '--scale', '5'], '1-5'],
    [['import-roster', 'README.md'], 'npm start'],
  ])('answers %j with a remedy, not a stack', async (args, remedy) => {
    const { code, stderr } = await nobinobi(...args);
    expect(code).not.toBe(0);
    expect(stderr).toContain(remedy);
    expect(stderr).not.toMatch(/at .*\.js:\d+/);
  });
});

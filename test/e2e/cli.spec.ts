import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
    for (const command of ['start', 'score', 'import-roster', 'migrate']) expect(stdout).toContain(command);
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

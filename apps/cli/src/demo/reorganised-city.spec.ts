import { describe, expect, it } from '@jest/globals';
import { departmentLineage, parseRoster, parseSuccessions } from '#roster';
import { DEFAULT_TARGET_RULE, isComparable, isTarget, type Position } from '#survey-model';
import { openTable } from '#tabular';
import { readFileSync } from 'node:fs';
import { dataFile } from '../installation.js';
import { demoCity, DEMO_TARGET, type DemoCity } from './demo-city.js';
import { rosterCsv, successionsCsv } from './demo-files.js';
import { DEMO_SIGN_INS } from './demo-sign-ins.js';
import { EXCHANGING } from './reorganisation-plan.js';
import { reorganisedCity } from './reorganised-city.js';

const before = demoCity();
const after = reorganisedCity(before);
/** Two digits each for bureau, section and team. */
function parentOf(code: string): string | null {
  if (code.endsWith('0000')) return null;
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

const positions = JSON.parse(readFileSync(dataFile('positions.json'), 'utf8')) as Position[];

async function read(city: DemoCity) {
  const table = await openTable(Buffer.from(rosterCsv(city)));
  return parseRoster(table, { positions, today: '2026-04-06' });
}

describe('the city after its reorganisation', () => {
  it('is a roster without an error, with exactly one head for every bureau and section', async () => {
    const roster = await read(after);
    expect(roster.errors).toEqual([]);
    const heads = new Map<string, number>();
    for (const { department, isHead } of after.staff)
      if (isHead) heads.set(department.code, (heads.get(department.code) ?? 0) + 1);
    for (const { code, path } of after.departments)
      expect([path, heads.get(code) ?? 0]).toEqual([path, path.split('/').length < 3 ? 1 : 0]);
  });

  it('has lost about one in twelve and hired as many; others were transferred', () => {
    const [old, now] = [before, after].map(({ staff }) => new Map(staff.map((person) => [person.staffNumber, person])));
    const left = [...(old?.keys() ?? [])].filter((staffNumber) => !now?.has(staffNumber)).length;
    const hired = [...(now?.keys() ?? [])].filter((staffNumber) => !old?.has(staffNumber)).length;
    expect(left / before.staff.length).toBeGreaterThan(0.06);
    expect(left / before.staff.length).toBeLessThan(0.1);
    expect(hired).toBeGreaterThan(0.9 * left);
    expect(hired).toBeLessThanOrEqual(left);
    const target = after.staff.filter((person) => isTarget({ ...person, status: 'active' }, DEFAULT_TARGET_RULE));
    expect(Math.abs(target.length - DEMO_TARGET)).toBeLessThan(40);
    for (const { login } of DEMO_SIGN_INS.slice(1))
      expect(now?.get(login)?.department.path).toBe(old?.get(login)?.department.path);
  });

  it('says by a file without an error which unit took over which', async () => {
    const everCodes = new Set([...before.departments, ...after.departments].map(({ code }) => code));
    const currentCodes = new Set((await read(after)).departments.map(({ code }) => code));
    const table = await openTable(Buffer.from(successionsCsv(before, after)));
    const parsed = await parseSuccessions(table, { everCodes, currentCodes, known: [] });
    expect(parsed.errors).toEqual([]);
    const names = new Map([...before.departments, ...after.departments].map(({ code, path }) => [code, path]));
    const pairs = parsed.rows.map(
      ({ succession: { oldCode, newCode } }) => `${names.get(oldCode)} > ${names.get(newCode)}`,
    );
    for (const pair of [
      '農林水産部 > 産業部',
      '企画部/デジタル戦略課 > DX推進部/DX推進課',
      '福祉部/介護保険課 > 福祉部/介護認定課',
      '福祉部/介護保険課 > 福祉部/介護給付課',
      '経済部/雇用対策室 > 産業部/商工労政課',
    ])
      expect(pairs).toContain(pair);
    expect(pairs.some((pair) => pair.startsWith('福祉部/臨時給付金室'))).toBe(false);
  });

  it('leaves some units comparable and others not', async () => {
    const roster = await read(after);
    const departments = [
      ...roster.departments.map((department) => ({ ...department, current: true })),
      ...before.departments
        .filter(({ code }) => !roster.departments.some((department) => department.code === code))
        .map(({ code }) => ({ code, parentCode: parentOf(code), current: false })),
    ];
    const standing = ({ staff }: DemoCity) =>
      new Map(staff.map(({ staffNumber, department }) => [staffNumber, department.code]));
    const lineage = departmentLineage({
      tree: roster.departments.map(({ code, name, parentCode }) => ({
        key: code,
        label: name,
        ...(parentCode === null ? {} : { parent: parentCode }),
      })),
      earlierTree: before.departments.map(({ code, path }) => {
        const parent = parentOf(code);
        return { key: code, label: path, ...(parent === null ? {} : { parent }) };
      }),
      departments,
      successions: after.successions,
      earlierStaff: standing(before),
      staff: standing(after),
    });
    const comparable = (path: string): boolean | undefined => {
      const code = after.departments.find((department) => department.path === path)?.code;
      const unit = lineage.find(({ department }) => department === code);
      return unit && isComparable(unit);
    };
    for (const path of [
      '総務部',
      '産業部',
      'DX推進部',
      '福祉部',
      '産業部/観光ブランド課',
      '産業部/商工労政課',
      '市民部/市民課',
    ])
      expect([path, comparable(path)]).toEqual([path, true]);
    for (const path of ['福祉部/介護認定課', '福祉部/介護給付課', ...EXCHANGING])
      expect([path, comparable(path)]).toEqual([path, false]);
  });

  it('renames a section without a new code', () => {
    const code = before.departments.find(({ path }) => path === '市民部/人権男女共同参画課')?.code;
    expect(after.departments.find((department) => department.code === code)?.path).toBe('市民部/ダイバーシティ推進課');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Programme } from '#survey-model';
import { openTable } from '#tabular';
import { parseCompletions, type ParsedCompletions } from './parse-completions.js';

const programmes: Programme[] = [
  {
    key: 'dx-promoter',
    name: 'DX推進員',
    counting: 'once-in-plan',
    years: [],
    methods: [],
    audiences: [],
    completion: { kind: 'any-course' },
  },
  {
    key: 'all-staff',
    name: '全職員',
    counting: 'once-a-fiscal-year',
    years: [],
    methods: [],
    audiences: [],
    completion: { kind: 'any-course' },
  },
];

async function parse(lines: string[], knownStaff?: Set<string>): Promise<ParsedCompletions> {
  const table = await openTable(Buffer.from(lines.join('\n')));
  return parseCompletions(table, { programmes, today: '2026-06-30', ...(knownStaff ? { knownStaff } : {}) });
}

describe('parseCompletions', () => {
  it('takes programmes by key or name and dates in any form', async () => {
    const parsed = await parse(['社員番号,プログラム,修了年月日', '１,ＤＸ推進員,R8.5.1', '2,all-staff,2026/6/30']);
    expect(parsed.errors).toEqual([]);
    expect(parsed.rows).toEqual([
      { line: 2, completion: { staffNumber: '1', programmeKey: 'dx-promoter', completedOn: '2026-05-01' } },
      { line: 3, completion: { staffNumber: '2', programmeKey: 'all-staff', completedOn: '2026-06-30' } },
    ]);
  });

  it('reports all errors at once and notes repeated rows', async () => {
    const parsed = await parse(
      [
        '職員番号,研修,修了日',
        '1,DX推進員,2026-05-01',
        '9,DX推進員,2026-05-01',
        '1,無い研修,2026-02-30',
        ',全職員,',
        '1,dx-promoter,2026/5/1',
        '1,全職員,2026-07-01',
        '1,全職員,5月',
      ],
      new Set(['1']),
    );
    expect(parsed.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, '職員番号'],
      [4, '研修'],
      [4, '修了日'],
      [5, '職員番号'],
      [5, '修了日'],
      [7, '修了日'],
      [8, '修了日'],
    ]);
    expect(parsed.rows.map(({ line }) => line)).toEqual([2]);
    expect(parsed.notes).toEqual([expect.objectContaining({ line: 6, ja: expect.stringContaining('2 行目') })]);
  });

  it('reports missing columns', async () => {
    expect((await parse(['職員番号,修了日', '1,2026-05-01'])).errors).toEqual([
      expect.objectContaining({ line: 1, column: '研修' }),
    ]);
  });
});

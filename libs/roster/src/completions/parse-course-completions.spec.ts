import { describe, expect, it } from '@jest/globals';
import type { Programme } from '#survey-model';
import { openTable } from '#tabular';
import { parseCompletions, type ParsedCompletions } from './parse-completions.js';

const programme = (key: string, name: string): Programme => ({
  ...{ key, name, counting: 'once-in-plan', years: [], methods: [], audiences: [] },
  completion: { kind: 'any-course' },
});
const programmes = [programme('dx', 'DX推進員'), programme('all', '全職員')];
const courses = [
  { key: 'basics', name: 'DX基礎講座', programmeKey: 'dx', passMark: null },
  { key: 'exam', name: 'DX試験', programmeKey: 'dx', passMark: 60 },
  { key: 'security-a', name: '情報セキュリティ', programmeKey: 'all', passMark: null },
  { key: 'security-b', name: '情報セキュリティ', programmeKey: 'all', passMark: null },
];

async function parse(lines: readonly string[]): Promise<ParsedCompletions> {
  const table = await openTable(Buffer.from(lines.join('\n')));
  return parseCompletions(table, { programmes, courses, today: '2026-06-30' });
}
const errorsOf = ({ errors }: ParsedCompletions) => errors.map(({ line, column, ja }) => [line, column, ja]);

describe('lines with a course', () => {
  it('are course completions, with the mark rounded down; lines without one stay completions of the programme', async () => {
    const parsed = await parse([
      '職員番号,研修,講座,修了日,成績',
      '1,DX推進員,DX基礎講座,2026-05-01,',
      '２,,ｅｘａｍ,46143,８５．９点',
      '3,全職員,,R8.5.1,',
    ]);
    expect(parsed.errors).toEqual([]);
    expect(parsed.courseRows.map(({ completion }) => completion)).toEqual([
      { staffNumber: '1', courseKey: 'basics', completedOn: '2026-05-01', mark: null },
      { staffNumber: '2', courseKey: 'exam', completedOn: '2026-05-01', mark: 85 },
    ]);
    expect(parsed.rows.map(({ completion }) => completion)).toEqual([
      { staffNumber: '3', programmeKey: 'all', completedOn: '2026-05-01' },
    ]);
    expect(parsed.validRows).toBe(3);
  });

  it('are wrong where programme and course contradict, the mark fails, or the name says several or none', async () => {
    const parsed = await parse([
      '職員番号,研修,講座,修了日,点数',
      '1,全職員,DX基礎講座,2026-05-01,',
      '1,DX推進員,DX試験,2026-05-01,59.9',
      '1,,DX試験,2026-05-01,101',
      '1,,情報セキュリティ,2026-05-01,',
      '1,,DX基礎構座,2026-05-01,',
      '1,,まったく別のもの,2026-05-01,',
      '1,無い研修,DX試験,2026-05-01,70',
    ]);
    expect(errorsOf(parsed)).toEqual([
      [2, '研修', '講座「DX基礎講座」は研修「DX推進員」のもので、「全職員」のものではありません。'],
      [3, '点数', expect.stringContaining('合格点 60 に届きません')],
      [4, '点数', '点数「101」を読めません。0 から 100 までの数で書いてください。'],
      [5, '講座', expect.stringContaining('security-a、security-b')],
      [6, '講座', '講座「DX基礎構座」が分かりません。もしかして: DX基礎講座'],
      [7, '講座', expect.stringContaining('一覧にある名前かコード')],
      [8, '研修', expect.stringContaining('「無い研修」が分かりません')],
    ]);
    expect(parsed.validRows).toBe(0);
  });

  it('twice for one person, course and day are one; two marks contradict each other', async () => {
    const parsed = await parse([
      '職員番号,講座,修了日,点数',
      '1,exam,2026-05-01,',
      '1,DX試験,2026/5/1,70',
      '1,exam,2026-05-01,80',
      '1,exam,2026-05-02,80',
    ]);
    expect(errorsOf(parsed)).toEqual([[4, '点数', '2 行目では同じ人・講座・日の点数が 70 です。']]);
    expect(parsed.courseRows.map(({ line, completion: { mark } }) => [line, mark])).toEqual([
      [2, 70],
      [5, 80],
    ]);
    expect([parsed.validRows, parsed.notes.map(({ line }) => line)]).toEqual([3, [3]]);
  });

  it('a file with nothing but that column may name programmes there, and a mark without a course is left out', async () => {
    const parsed = await parse(['職員番号,講座,修了日,点数', '1,DX推進員,2026-05-01,70', '1,,2026-05-01,']);
    expect(parsed.rows.map(({ completion }) => completion.programmeKey)).toEqual(['dx']);
    expect(parsed.notes).toEqual([expect.objectContaining({ line: 2, column: '点数' })]);
    expect(errorsOf(parsed)).toEqual([[3, '講座', '講座がありません。']]);
  });
});

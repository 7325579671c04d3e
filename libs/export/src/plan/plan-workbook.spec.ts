import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planReport, publishedPlan, publishedProgrammes } from '../../../../test/factories/plan-report.factory.js';
import { openWorkbook, type OpenedWorkbook } from '../../../../test/factories/read-workbook.js';
import { buildTrainingPlanWorkbook } from '../index.js';
import { extremeProbability, seatsText } from './forecast-text.js';
import { sortedByDensity } from './section-density.js';

let opened: OpenedWorkbook;
beforeAll(async () => {
  opened = await openWorkbook(await buildTrainingPlanWorkbook(planReport()));
});

const SHEETS = ['DX推進研修計画', '組織別目標', '月別', '属性別', '課別密度', '見通し'];
const rowsFrom = (sheet: string, text: string): string[][] => {
  const rows = opened.rows(sheet);
  return rows.slice(rows.findIndex((row) => row[0]?.startsWith(text)));
};

describe('the plan as published', () => {
  /** The table of the published plan, line by line. */
  const PUBLISHED = [
    ['対象者', 'R7', 'R8', 'R9', 'R10', 'R11', '累計'],
    ['DX推進員', '100', '100', '100', '100', '100', '500'],
    ['育成方法(例)', '・eラーニング ・集合研修', '', '', '', '', ''],
    ['全職員', '500', '500', '500', '500', '500', '2500'],
    [
      ...['育成方法(例)', '・eラーニング【階層別研修対象者、希望者】 ・集合研修【管理職】 ・操作研修【新採用研修】'],
      ...['', '', '', '', ''],
    ],
  ];

  it('is reproduced to the cell', () => {
    expect(rowsFrom('DX推進研修計画', '対象者').slice(0, 5)).toEqual(PUBLISHED);
  });

  it('has its figures from the reference, as plain numbers', () => {
    const sheet = opened.workbook.getWorksheet('DX推進研修計画');
    publishedPlan().programmes.forEach(({ name, targets, total }, index) => {
      const row = sheet?.getRow(4 + 2 * index);
      expect([2, 3, 4, 5, 6, 7].map((column) => row?.getCell(column).value)).toEqual([...targets, total]);
      expect([row?.getCell(1).value, row?.getCell(7).numFmt]).toEqual([name, '0']);
    });
  });

  it('has one column a year of any plan, and empty cells where a programme has no target', async () => {
    const [first] = publishedProgrammes();
    if (!first) throw new Error('no programme');
    const short = { ...first, name: '短期', years: [{ fiscalYear: 2027, target: 7 }] };
    const programmes = [first, short].map((programme) => ({ programme, progress: null, detail: null, forecast: null }));
    const workbook = await openWorkbook(await buildTrainingPlanWorkbook({ ...planReport(), programmes }));
    expect(workbook.rows('DX推進研修計画')[5]).toEqual(['短期', '', '', '7', '', '', '7']);
  });
});

describe('plan and actual', () => {
  it('stand below it in the same layout; years that have not begun stay empty', () => {
    const [, ...rows] = rowsFrom('DX推進研修計画', 'DX推進員(');
    expect(rows.slice(0, 4)).toEqual([
      ['計画', '100', '100', '100', '100', '100', '500'],
      ['実績', '103', '41', '', '', '', '144'],
      ['達成率', '1.03', '0.41', '', '', '', '0.288'],
      ['うち在職', '', '', '', '', '', '141'],
    ]);
  });

  it('of a programme that nothing has been computed of say so, on every sheet', () => {
    for (const sheet of SHEETS) expect(rowsFrom(sheet, '全職員').flat().join('\n')).toMatch(/まだ計算されていません/);
  });
});

describe('the further sheets', () => {
  it('show targets by department with catch-up, locks and what is left', () => {
    expect(opened.rowWith('組織別目標', '総務部')).toEqual(['総務部', 80, 12, 2, '—', 7, 5, 20, 19, 23.8]);
    expect(opened.rowWith('組織別目標', '市民部')).toEqual(['市民部', 120, 88, -2, '固定', 34, 54, 124, 122, 101.7]);
    expect(opened.rowWith('組織別目標', '浄化槽管理室').at(-1)).toBe('—');
    expect(opened.rowWith('組織別目標', '合計')).toEqual(['合計', 200, 100, 0, '—', 41, 59, 144, 141, 70.5]);
    expect(opened.rows('組織別目標').flat().join()).toContain('3人は、どの部にも割り振れませんでした');
  });

  it('show the months, and nothing for those that have not begun', () => {
    expect(opened.rowWith('月別', '令和7年4月')).toEqual(['令和7年4月', 8.3, 7, -1.3, 7]);
    expect(opened.rowWith('月別', '令和8年11月')).toEqual(['令和8年11月', 166.7, 140, -26.7, 137]);
    expect(opened.rowWith('月別', '令和8年12月')).toEqual(['令和8年12月', 175, '', '', '']);
  });

  it('show groups, also those the roster does not name', () => {
    expect(opened.rowWith('属性別', '課長級')).toEqual(['職位', '課長級', 32, 4, 9, 28.1]);
    expect(opened.rowWith('属性別', '不明')).toEqual(['職位', '不明', 3, 0, 0, 0]);
  });

  it('put sections without anybody first, marked', () => {
    const rows = opened.rows('課別密度').slice(4, 9);
    expect(rows.map((row) => [row[0], row[1], row[4]])).toEqual([
      ['市民部 マイナンバーカード・住民基本台帳・戸籍事務総合推進課', '▲ なし', '0'],
      ['総務部 契約課', '▲ なし', '0'],
      ['市民部 市民課', '', '7.8'],
      ['総務部 人事課', '', '50'],
      ['浄化槽管理室', '', '—'],
    ]);
  });

  it('give the forecast as an estimate: no probability of 0 or 1, both scenarios, seats, and what it rests on', () => {
    expect(opened.rowWith('見通し', '令和8年度末')).toEqual([
      '令和8年度末',
      200,
      '1%未満',
      168,
      180,
      193,
      160,
      172,
      182,
    ]);
    expect(opened.rowWith('見通し', '令和9年度末')[2]).toBe(0.31);
    expect(opened.rowWith('見通し', '令和11年度末')[2]).toBe('99%超');
    const text = opened.rows('見通し').flat().join('\n');
    for (const part of ['(推計)', '予定に入っている回だけを開く場合', '直近12か月と同じ定員で続ける場合'])
      expect(text).toContain(part);
    expect(text).toContain('今年度の目標を90%の確率で達成するには、このほかに毎月12人分の定員が必要な見込みです。');
    expect(text).toContain('計画全体の目標は、定員を増やしても90%の確率では達成できない見込みです。');
    expect(text).toContain('定員 180人分に対し修了 144人');
    expect(text).toContain('約束でも確実な予測でもありません');
  });
});

describe('every sheet', () => {
  it('prints on A4 across, with repeated headings, page numbers and the date in the era', () => {
    expect(opened.workbook.worksheets.map(({ name }) => name)).toEqual(SHEETS);
    for (const { name, pageSetup, headerFooter, views } of opened.workbook.worksheets) {
      expect([pageSetup.paperSize, pageSetup.orientation, pageSetup.fitToWidth]).toEqual([9, 'landscape', 1]);
      expect(pageSetup.printTitlesRow).toBe('3:3');
      expect(headerFooter.oddFooter).toMatch(/&P \/ &N ページ.*令和8年11月10日作成/);
      expect(views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 1 });
      expect(name.length).toBeLessThan(31);
    }
  });

  it('holds no formulas, whatever departments and programmes are called', async () => {
    const report = planReport();
    const programmes = report.programmes.map((each) => ({ ...each, programme: { ...each.programme, name: '=1+1' } }));
    const departments = report.departments.map(({ code }) => ({ code, path: ['@SUM(A1)', `-${code}`] }));
    const workbook = await openWorkbook(await buildTrainingPlanWorkbook({ ...report, programmes, departments }));
    for (const xml of Object.values(workbook.parts)) expect(xml).not.toMatch(/<f[ >]/);
    expect(workbook.rows('課別密度').flat()).toContain('@SUM(A1) -D10-2');
  });

  it('is the same bytes for the same input', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => buildTrainingPlanWorkbook(planReport())));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('rules behind the sheets', () => {
  it('sort sections: nobody first, then thinly to thickly staffed, empty ones last, none lost', () => {
    const section = fc.record({ headcount: fc.nat(40), part: fc.nat(100) }).map(({ headcount, part }) => ({
      ...{ departmentCode: 'S', topCode: 'T', headcount, active: Math.floor((headcount * part) / 100) },
    }));
    fc.assert(
      fc.property(fc.array(section, { maxLength: 20 }), (sections) => {
        const sorted = sortedByDensity(sections);
        expect([sorted.length, new Set(sorted)]).toEqual([sections.length, new Set(sections)]);
        const ratios = sorted.map(({ active, headcount }) => (headcount === 0 ? 2 : active / headcount));
        expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
      }),
    );
  });

  it('never claim certainty', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const text = extremeProbability(probability) ?? `${Math.round(probability * 100)}%`;
        expect(['0%', '100%']).not.toContain(text);
      }),
    );
    const none = { scenario: 'booked', years: [], seatsFor90: 0, seatsFor90ThisYear: null } as const;
    expect(seatsText(none)).toBe(
      '今年度の目標は、定員を増やしても90%の確率では達成できない見込みです。計画全体の目標は、定員を増やさなくても90%以上の確率で達成できる見込みです。',
    );
  });
});

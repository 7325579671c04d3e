import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dxProgramme, dxProgress } from '../../../test/factories/training-report.factory.js';
import { planDetail } from '../../../test/factories/plan-report.factory.js';
import { openWorkbook, type OpenedWorkbook } from '../../../test/factories/read-workbook.js';
import { GOLDEN, releaseOf } from '../../../test/factories/release.factory.js';
import { DomainError, formatHalfUp, rational, subtractRational } from '#survey-model';
import { buildDepartmentWorkbook, departmentTraining } from './index.js';

const release = releaseOf();
const training = departmentTraining([dxProgramme()], [dxProgress()], { code: 'D10', name: '総務部' });
const build = (departmentCode: string, of = release) =>
  buildDepartmentWorkbook({ release: of, analysis: null, departmentCode, training, generatedOn: '2026-10-07' });

let bureau: OpenedWorkbook;
let section: OpenedWorkbook;
let team: OpenedWorkbook;
beforeAll(async () => {
  bureau = await openWorkbook(await build('D10'));
  section = await openWorkbook(await build('D10-1'));
  team = await openWorkbook(await build('D10-1-2'));
});

describe('a department workbook', () => {
  it('has its sheets and says whose it is', () => {
    expect(bureau.workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      '表紙',
      '概要',
      '分布',
      '職位別',
      'DX研修',
      '方法と秘匿の説明',
    ]);
    const cover = section.rows('表紙').flat();
    expect(cover).toEqual(
      expect.arrayContaining([
        '青葉市 令和6年度',
        release.title,
        '総務部 › 人事課',
        '令和6年5月24日〜令和6年6月28日',
        '2,041人',
        '636人',
        '31.2%',
        '19人',
      ]),
    );
    expect(cover).toEqual(expect.arrayContaining(['第1版(令和6年7月16日公表)', '令和8年10月7日']));
  });

  it('shows the published means of the whole city, to the last digit', () => {
    const whole = (text: string) => bureau.rowWith('概要', text)[7];
    expect(whole('総合スコア')).toBe(GOLDEN.overall.publishedMean);
    for (const category of GOLDEN.categories) expect(whole(category.name)).toBe(category.publishedMean);
    for (const item of GOLDEN.items) expect(whole(item.text.replace('青森市', '青葉市'))).toBe(item.publishedMean);
  });

  it('takes differences of exact means, rounded at the end', () => {
    const find = (key: Record<string, string>) =>
      release.scores.find((score) => JSON.stringify(score.key) === JSON.stringify(key));
    for (const item of GOLDEN.items) {
      const [own, city] = [find({ department: 'D10' }), find({})].map((score) => {
        const tally = score?.items.find((each) => each.item === `q${item.number}`);
        return rational(tally?.sum ?? 0, tally?.n ?? 1);
      });
      if (!own || !city) throw new Error('the factory lost a cell');
      const row = bureau.rowWith('概要', item.text.replace('青森市', '青葉市'));
      expect(row.slice(2, 4)).toEqual([46, Number(formatHalfUp(own, 2))]);
      expect(row[8]).toBe(Number(formatHalfUp(subtractRational(own, city), 2)));
      expect(row[6]).toBe((row[3] as number) > 3.8 ? '高い' : (row[3] as number) < 3.2 ? '低い' : '中程度');
    }
  });

  it('gives counts and shares of each option, beside the city', () => {
    const sheet = bureau.rows('分布');
    const first = sheet.findIndex((row) => row.includes('この組織'));
    const [own = [], city = []] = [sheet[first], sheet[first + 1]];
    const counts = [4, 6, 8, 10, 12].map((column) => Number(own[column]));
    expect(counts.reduce((a, b) => a + b)).toBe(46);
    expect(Number(own[13])).toBeCloseTo((counts[4] ?? 0) / 46, 3);
    expect(Number(own[14])).toBeCloseTo(((counts[3] ?? 0) + (counts[4] ?? 0)) / 46, 3);
    expect(city[3]).toBe('636');
  });

  it("shows this year's target with catch-up and lock, and the sections of the bureau by density", async () => {
    const progress = dxProgress();
    const [target] = progress.departments;
    if (!target) throw new Error('no department');
    const of = { ...progress, departments: [{ ...target, catchUp: 2, locked: true }] };
    const nameOf = (code: string): string => `課 ${code}`;
    const details = departmentTraining(
      [dxProgramme()],
      [of],
      { code: 'D10', name: '総務部' },
      { details: [planDetail()], nameOf },
    );
    const file = { release, analysis: null, departmentCode: 'D10', training: details, generatedOn: '2026-10-07' };
    const opened = await openWorkbook(await buildDepartmentWorkbook(file));
    expect(opened.rowWith('DX研修', '令和8年度(固定)')).toEqual(['令和8年度(固定)', 5, 2, 3, 2, 9]);
    expect(opened.rowWith('DX研修', '課 D10-2')).toEqual(['課 D10-2', '', '▲ なし', 40, 0, 0]);
    expect(opened.rowWith('DX研修', '課 D10-1')).toEqual(['課 D10-1', '', '', 30, 15, 50]);
    expect(opened.rows('DX研修').flat()).not.toContain('課 D20-1');
    expect(bureau.rows('DX研修').flat()).not.toContain('印');
  });

  it('shows training for the bureau and the city', () => {
    expect(section.rowWith('DX研修', '令和8年度')).toEqual(['令和8年度', 5, 3, 100, 41, 144]);
    expect(section.rowWith('DX研修', '令和7年度')).toEqual(['令和7年度', '—', '—', 100, 103, 103]);
    expect(section.rowWith('DX研修', '全庁の目標500人までの残り').at(-1)).toBe(356);
    expect(section.rowWith('DX研修', '累計(総務部)').at(-1)).toBe(9);
  });
});

describe('small groups', () => {
  it('shows mean and n but no distribution below ten answers', () => {
    const row = team.rowWith('概要', '仕事上で、あなたの意見は取り入れられている');
    expect(row[2]).toBe(7);
    expect(typeof row[3]).toBe('number');
    expect(row[13]).toBe('秘匿');
    const sheet = team.rows('分布');
    expect(sheet.find((each) => each.includes('この組織'))).toContain('秘匿(10人未満)');
  });

  it('shows a missing item, and what is made of it, as hidden, and counts nothing from the rest', async () => {
    const without = releaseOf({
      change: (cell) =>
        cell.key['department'] !== 'D10-1'
          ? cell
          : {
              ...cell,
              items: cell.items.filter(({ item }) => item !== 'q13'),
              categories: { ...cell.categories, pride: undefined } as never,
              overall: null,
            },
    });
    const opened = await openWorkbook(await build('D10-1', without));
    expect(opened.rowWith('概要', '青葉市役所で働くことについて誇りをもっている').slice(2)).toEqual([
      ...['秘匿', '秘匿', '—', '—', '秘匿'],
      ...[3.14, '—', '秘匿'],
      ...['—', '—', '秘匿'],
      ...['秘匿', expect.any(Number)],
    ]);
    expect(opened.rowWith('概要', '市で働くことの誇りがあるか')[3]).toBe('秘匿');
    expect(opened.rowWith('概要', '総合スコア').slice(2, 4)).toEqual([19, '秘匿']);
    expect(
      opened
        .rows('分布')
        .filter((row) => row.includes('この組織'))
        .at(-1),
    ).toContain('秘匿');
    expect(opened.everything()).not.toContain('秘匿(10人未満)');
  });

  it('shows extreme means of small groups as a range, and their category likewise', async () => {
    const unanimous = releaseOf({
      change: (cell) =>
        cell.key['department'] !== 'D10-1-2'
          ? cell
          : {
              ...cell,
              items: cell.items.map((item) => (item.item === 'q13' ? { ...item, sum: 35 } : item)),
              categories: { ...cell.categories, pride: rational(5) },
            },
    });
    const opened = await openWorkbook(await build('D10-1-2', unanimous));
    for (const text of ['青葉市役所で働くことについて誇りをもっている', '市で働くことの誇りがあるか']) {
      expect(opened.rowWith('概要', text).slice(3, 10)).toEqual([
        ...['4.80以上', '—', '—', '高い'],
        ...[3.14, '+1.66以上', '—'],
      ]);
    }
    expect(opened.rowWith('概要', '総合スコア')[3]).toMatch(/^\d\.\d\d以上$/);
  });

  it('shows the bureau by position, hidden cells as 秘匿, and tells a section that the table is its bureau’s', () => {
    const [heading = [], answers = []] = [section.rows('職位別')[2], section.rows('職位別')[3]];
    expect(heading.slice(2, 5)).toEqual(['総務部\n全体', '部長級', '次長級']);
    const at = (label: string) => answers[heading.indexOf(label)];
    expect([at('総務部\n全体'), at('部長級'), at('技能労務職員')]).toEqual(['46', '秘匿', '秘匿']);
    expect(Number(at('主事級'))).toBeGreaterThanOrEqual(5);
    expect(section.everything()).toContain('人事課だけの職位別の表はありません');
    expect(bureau.everything()).not.toContain('だけの職位別の表はありません');
  });

  it('marks the band of a number with a symbol in its format, never by colour alone', () => {
    const sheet = bureau.workbook.getWorksheet('職位別');
    const formats = new Set<string>();
    sheet?.eachRow((row, number) => {
      if (number > 4) row.eachCell((cell) => typeof cell.value === 'number' && cell.numFmt && formats.add(cell.numFmt));
    });
    expect([...formats]).toEqual(expect.arrayContaining(['"▲ "0.00', '"● "0.00', '"▼ "0.00']));
  });
});

describe('a file for printing and keeping', () => {
  it('prints on A4, one page wide, with running titles and frozen headings', () => {
    for (const sheet of bureau.workbook.worksheets) {
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1 });
      expect(sheet.headerFooter.oddHeader).toContain(release.title);
      expect(sheet.headerFooter.oddFooter).toContain('&P / &N ページ');
      expect(sheet.headerFooter.oddFooter).toContain('令和8年10月7日作成');
    }
    const frozen = ['概要', '分布', '職位別'].map((name) => bureau.workbook.getWorksheet(name));
    expect(
      frozen.map((sheet) => sheet?.views[0]).map((view) => [view?.state, view && 'ySplit' in view && view.ySplit]),
    ).toEqual([
      ['frozen', 4],
      ['frozen', 4],
      ['frozen', 3],
    ]);
    expect(frozen.map((sheet) => sheet?.pageSetup.printTitlesRow)).toEqual(['3:4', '3:4', '3:3']);
    expect(bureau.workbook.getWorksheet('分布')?.pageSetup.orientation).toBe('landscape');
  });

  it('carries number formats and document properties', () => {
    const row = bureau.workbook.getWorksheet('概要')?.getRow(5);
    expect([4, 9].map((column) => row?.getCell(column).numFmt)).toEqual(['0.00', '+0.00;-0.00;0.00']);
    expect(bureau.workbook).toMatchObject({
      creator: 'Nobinobi',
      title: '人材育成に関する職員アンケート 総務部',
      company: '青葉市',
    });
    expect(bureau.workbook.created.toISOString()).toBe('2026-10-06T15:00:00.000Z');
  });

  it('is the same to the byte whenever it is made', async () => {
    const before = await build('D10');
    jest.useFakeTimers({
      now: new Date('2031-02-03T04:05:06Z'),
      doNotFake: ['setImmediate', 'setTimeout', 'nextTick', 'queueMicrotask'],
    });
    const later = await build('D10');
    jest.useRealTimers();
    expect(later.equals(before)).toBe(true);
  });

  it('refuses a department that the release does not know, and says so in both languages', async () => {
    const refusal = await build('D99').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({
      kind: 'not-found',
      ja: expect.stringContaining('D99'),
      en: expect.stringContaining('D99'),
    });
  });
});

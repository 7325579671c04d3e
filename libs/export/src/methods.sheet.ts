import { dateInJapan, formatDecimal, japaneseDate, type Drivers, type WeightedMeans } from '#survey-model';
import type ExcelJS from 'exceljs';
import type { Look } from './cell-style.js';
import { pageFor } from './department-page.js';
import type { DepartmentView } from './department-view.js';
import { putCount, putMean, putNone, putShareStatistic, putStatistic } from './figure-cells.js';
import {
  comparableNotes,
  comparisonNotes,
  driversNotes,
  estimateNotes,
  intervalNotes,
  meanNotes,
  reliabilityNotes,
  responseNotes,
  suppressionNotes,
  weightingNotes,
} from './methods-text.js';
import { figureOf, itemLines, scoreLines } from './score-figure.js';
import { fitRow, putAcross, putHeadings, putText, putTitle, widthAcross } from './sheet-cells.js';

const FIXED = [6, 50] as const;
const FIGURE_WIDTH = 15;
/** Columns of figures at the least. */
const FIGURES = 3;

/** 方法と秘匿の説明: how everything was computed, what it allows to say, and the statistics of the whole organisation. */
export function addMethodsSheet(workbook: ExcelJS.Workbook, view: DepartmentView): void {
  const figures = Math.max(FIGURES, view.statistics?.drivers.length ?? 0);
  const widths = [...FIXED, ...Array<number>(figures).fill(FIGURE_WIDTH)];
  const sheet = pageFor(workbook, view, { name: '方法と秘匿の説明', orientation: 'portrait', widths });
  putTitle(sheet, widths.length, '方法と秘匿の説明', '数字の計算方法と、読むときの注意(表は全庁の値)');
  const page = new MethodsPage(sheet, view, widths.length);
  page.write();
}

class MethodsPage {
  private row = 3;

  constructor(
    private readonly sheet: ExcelJS.Worksheet,
    private readonly view: DepartmentView,
    private readonly columns: number,
  ) {}

  write(): void {
    const { release, statistics } = this.view;
    this.section('公表版', [this.version()]);
    this.section('回答率と、結果から言えること', responseNotes(release));
    if (statistics?.weighted) this.weighted(statistics.weighted);
    this.section('平均と肯定的回答率', meanNotes(release));
    this.section('95%区間', intervalNotes());
    this.section('差の判定', comparisonNotes());
    this.section('前回との比較', comparableNotes());
    this.section('少人数の組織の縮約推定値', estimateNotes());
    this.section('信頼性(全庁)', reliabilityNotes());
    this.reliability();
    this.section('関連要因(全庁)', driversNotes());
    this.drivers(statistics?.drivers ?? []);
    this.section('秘匿', suppressionNotes(release));
  }

  private version(): string {
    const { version, releasedAt, minGroup, detailMinGroup } = this.view.release;
    const date = japaneseDate(dateInJapan(new Date(releasedAt)));
    return (
      `第${version}版(${date}公表)。結果を示す最小の人数は${minGroup}人、分布・区間・差の判定を示す最小の人数は${detailMinGroup}人です。` +
      '計算式と出典は、システムに付属する説明書「統計の方法」(docs/methods.md)にあります。'
    );
  }

  private section(heading: string, paragraphs: readonly string[]): void {
    this.row += 1;
    putAcross(this.sheet, this.row, [1, this.columns], heading, { bare: true, bold: true, size: 12, tone: 'title' });
    fitRow(this.sheet, this.row, [['', 80]], 20);
    this.row += 1;
    this.paragraphs(paragraphs);
  }

  private paragraphs(texts: readonly string[]): void {
    const width = widthAcross(this.sheet, [1, this.columns]);
    for (const text of texts) {
      putAcross(this.sheet, this.row, [1, this.columns], text, { bare: true });
      fitRow(this.sheet, this.row, [[text, width - 2]]);
      this.row += 1;
    }
  }

  private headings(texts: readonly string[]): void {
    putHeadings(this.sheet, this.row, texts);
    this.row += 1;
  }

  /** Code or number, and a name; the figures follow in the third column. */
  private name(mark: string | number, text: string, look: Look = {}): void {
    if (typeof mark === 'number') putCount(this.sheet, [this.row, 1], mark, { ...look, align: 'center' });
    else putText(this.sheet, this.row, 1, mark, { ...look, align: 'center' });
    putText(this.sheet, this.row, 2, text, look);
    fitRow(this.sheet, this.row, [[text, FIXED[1] - 2]]);
  }

  private weighted(weighted: WeightedMeans): void {
    const { release, whole } = this.view;
    const labels = weighted.margins.map(
      (margin) => release.attributes.find(({ key }) => key === margin)?.label ?? margin,
    );
    this.paragraphs(weightingNotes(weighted, labels));
    this.headings(['', '全庁', '補正前の平均\n(公表値)', '補正後の平均']);
    for (const line of scoreLines(release.questionnaire)) {
      if (line.kind === 'item') continue;
      const overall = line.kind === 'overall';
      this.name(overall ? '総合' : '区分', line.text, overall ? { bold: true } : {});
      putMean(this.sheet, [this.row, 3], figureOf(whole, line, release)?.mean ?? null);
      putStatistic(this.sheet, [this.row, 4], overall ? weighted.overall : weighted.categories[line.category.key]);
      this.row += 1;
    }
    this.name('', 'デザイン効果');
    putNone(this.sheet, [this.row, 3]);
    putStatistic(this.sheet, [this.row, 4], weighted.designEffect);
    this.row += 1;
    this.name('', '回答数と、実質的な回答数(人)');
    putCount(this.sheet, [this.row, 3], release.answered);
    putCount(this.sheet, [this.row, 4], Number(formatDecimal(weighted.effectiveN, 0)));
    this.row += 1;
  }

  private reliability(): void {
    const { release, statistics } = this.view;
    if (!statistics) return this.nothing();
    this.headings(['', '項目のまとまり', '項目数', 'α', 'ω']);
    const names = new Map(release.questionnaire.scoring.categories.map(({ key, name }) => [key, name]));
    for (const { category, items, alpha, omega } of statistics.reliability) {
      this.name(category === '' ? '総合' : '区分', names.get(category) ?? '総合スコア(すべての項目)');
      putCount(this.sheet, [this.row, 3], items.length);
      putStatistic(this.sheet, [this.row, 4], alpha);
      putStatistic(this.sheet, [this.row, 5], omega);
      this.row += 1;
    }
  }

  private drivers(drivers: readonly Drivers[]): void {
    if (drivers.length === 0) return this.nothing();
    const lines = itemLines(this.view.release.questionnaire);
    const texts = new Map(lines.map(({ code, number, text }) => [code, `${number} ${text}`]));
    this.headings(['番号', '項目', ...drivers.map(({ outcome }) => texts.get(outcome) ?? '総合スコア')]);
    for (const { code, number, text } of lines) {
      this.name(number, text);
      drivers.forEach(({ shares }, at) => {
        const found = shares.find(({ item }) => item === code);
        putShareStatistic(this.sheet, [this.row, 3 + at], found?.share);
      });
      this.row += 1;
    }
    const look: Look = { tone: 'group', bold: true };
    this.name('', '合計(項目全体で説明できる割合)', look);
    drivers.forEach(({ r2 }, at) => putShareStatistic(this.sheet, [this.row, 3 + at], r2, look));
    this.row += 1;
  }

  private nothing(): void {
    this.paragraphs([
      'この公表版では計算していません(すべての項目に答えた人が少ない、または項目が多すぎるか少なすぎるため)。',
    ]);
  }
}

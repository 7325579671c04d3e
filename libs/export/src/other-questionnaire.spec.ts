import { describe, expect, it } from '@jest/globals';
import { analysisOf } from '../../../test/factories/analysis.factory.js';
import { openWorkbook } from '../../../test/factories/read-workbook.js';
import { releaseOf } from '../../../test/factories/release.factory.js';
import {
  rational,
  type Questionnaire,
  type Release,
  type ReleasedScore,
  type ReleasedScoreFields,
} from '#survey-model';
import { buildDepartmentWorkbook } from './index.js';

const HOSTILE = [
  '=HYPERLINK("http://x")',
  '+1',
  '@SUM',
  '-2+3',
  '=1+1|cmd',
  '\t=1',
  '<b>&amp;"\u0000\u0008',
  '_x0041_',
  '\ud800',
];

/** Another city's form: a scale from 1 to 4 without labels, bands or categories, and a multiple choice, all with awkward wording. */
function otherRelease(label: string): Release {
  const questionnaire: Questionnaire = {
    key: 'other',
    title: label,
    sections: [
      {
        key: 's',
        title: label,
        questions: [
          { type: 'scale', code: 'a', text: label, scale: { min: 1, max: 4 } },
          {
            type: 'multiple-choice',
            code: 'm',
            text: `好きなもの ${label}`,
            options: [
              { key: 'x', text: label },
              { key: 'y', text: '海' },
            ],
          },
        ],
      },
    ],
    scoring: { items: ['a'], categories: [], bands: null },
  };
  const cell = (key: Record<string, string>, n: number): ReleasedScoreFields => ({
    table: ['department'],
    key,
    status: 'published',
    n,
    items: [{ item: 'a', n, sum: 2 * n, counts: [0, n, 0, 0] }],
    categories: {},
    overall: rational(2),
    choices: [{ question: 'm', n, counts: { x: n, y: 3 } }],
  });
  return {
    ...releaseOf({
      title: `${label} & 調査`,
      organisation: label,
      questionnaire,
      opensOn: '',
      closesOn: '',
      invited: 0,
      answered: 40,
    }),
    attributes: [{ key: 'department', label: '所属', values: [{ key: 'A', label }] }],
    scores: [cell({}, 40), cell({ department: 'A' }, 12)] as ReleasedScore[],
  };
}

const build = (label: string) =>
  buildDepartmentWorkbook({
    release: otherRelease(label),
    analysis: analysisOf(otherRelease(label)),
    departmentCode: 'A',
    training: null,
    generatedOn: '2026-10-07',
  });

describe('any other questionnaire', () => {
  it('makes its own workbook, with frequency tables for choices', async () => {
    const opened = await openWorkbook(await build('水道局'));
    expect(opened.workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      '表紙',
      '概要',
      '経年',
      '分布',
      '選択設問',
      '職位別',
      'DX研修',
      '方法と秘匿の説明',
    ]);
    expect(opened.rowWith('選択設問', '海')).toEqual(['海', 3, 0.25, 3, 0.075]);
    // Everybody chose 2: no spread, so no width.
    expect(opened.rowWith('概要', '総合スコア').slice(2, 10)).toEqual([12, 2, 2, 2, '—', 2, 0, '明確な差なし']);
    expect(opened.rowWith('表紙', '調査期間')[1]).toBe('—');
    expect(opened.rowWith('表紙', '回答率(全庁)')[1]).toBe('—');
    expect(opened.everything()).toContain('かけ合わせた表はありません');
    expect(opened.everything()).not.toContain('水準は');
  });

  it.each(HOSTILE)('writes %j as text and never as a formula', async (label) => {
    const { parts, workbook } = await openWorkbook(await build(label));
    for (const [name, xml] of Object.entries(parts)) {
      expect(xml).not.toMatch(/<f[ >]/);
      // XML 1.0 has no place for these, escaped or not.
      expect({ name, forbidden: /[^\P{Cc}\t\r\n]|\uFFFD/u.exec(xml)?.[0] }).toEqual({ name, forbidden: undefined });
    }
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => expect(['string', 'number']).toContain(typeof cell.value))),
    );
  });

  it('keeps what looks like a formula in the text format, so that editing the cell does not run it', async () => {
    const { workbook } = await openWorkbook(await build('=HYPERLINK("http://x")'));
    const cell = workbook.getWorksheet('概要')?.getCell('B7');
    expect([cell?.value, cell?.numFmt]).toEqual(['=HYPERLINK("http://x")', '@']);
  });

  it('doubles the ampersand of page headers, where it starts a code', async () => {
    const { workbook } = await openWorkbook(await build('道路 & 河川'));
    expect(workbook.worksheets[0]?.headerFooter.oddHeader).toContain('道路 && 河川 && 調査');
    const long = await openWorkbook(await build('とても長い名前の組織'.repeat(40)));
    for (const sheet of long.workbook.worksheets) expect(sheet.headerFooter.oddHeader?.length).toBeLessThan(255);
  });
});

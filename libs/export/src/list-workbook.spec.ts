import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openWorkbook } from '../../../test/factories/read-workbook.js';
import { safeText } from './cell-text.js';
import { buildAccessCodeWorkbook, buildErrorWorkbook } from './index.js';
import { textWidth, wrappedLines } from './text-width.js';

const options = { organisation: '青葉市', date: '2026-10-07' };

describe('buildAccessCodeWorkbook', () => {
  it('lists everybody, with leading zeros and without formulas', async () => {
    const rows = [
      { staffNumber: '000123', name: '青葉 太郎', department: '総務部 人事課', accessCode: 'K7QM-2XRT-9PVN' },
      { staffNumber: '=1+1', name: '@SUM(A1)', department: '-2+3', accessCode: '+1' },
    ];
    const opened = await openWorkbook(await buildAccessCodeWorkbook(rows, options));
    const sheet = opened.workbook.worksheets[0];
    expect(opened.rows('アクセスコード一覧').slice(2)).toEqual([
      ['職員番号', '氏名', '所属', 'アクセスコード'],
      ['000123', '青葉 太郎', '総務部 人事課', 'K7QM-2XRT-9PVN'],
      ['=1+1', '@SUM(A1)', '-2+3', '+1'],
    ]);
    expect(sheet?.getCell('A4').numFmt).toBe('@');
    expect(sheet?.pageSetup.printTitlesRow).toBe('3:3');
    for (const xml of Object.values(opened.parts)) expect(xml).not.toMatch(/<f[ >]/);
  });
});

describe('buildErrorWorkbook', () => {
  it('lists line, column and reason in both languages', async () => {
    const error = { line: 12, column: '職位', ja: '職位「部長補佐」は登録されていません。', en: 'Unknown position.' };
    const opened = await openWorkbook(await buildErrorWorkbook([error], options));
    expect(opened.rowWith('取り込みエラー一覧', '職位')).toEqual([12, '職位', error.ja, error.en]);
  });
});

describe('text in cells', () => {
  it('loses nothing that XML and Excel can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(safeText(text).replaceAll('_x005F_', '_')).toBe(
          text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, ''),
        );
      }),
    );
    expect(safeText('a\u0000b\ud800c\ufffe')).toBe('abc');
    expect(safeText('_x0041_')).toBe('_x005F_x0041_');
    expect(safeText('あ'.repeat(40_000))).toHaveLength(32_767);
  });

  it('is measured in half-width characters', () => {
    expect(['abc', '職員', 'ア', 'ｱ', '「」', '①'].map(textWidth)).toEqual([3, 4, 2, 1, 4, 2]);
    expect([wrappedLines('', 10), wrappedLines('一\n二\n三', 10), wrappedLines('あ'.repeat(30), 20)]).toEqual([
      1, 3, 4,
    ]);
  });
});

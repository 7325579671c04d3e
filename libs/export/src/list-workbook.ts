import type { LineError } from '#survey-model';
import { CODE_FONT, type Look } from './cell-style.js';
import { buildList, type ListOptions } from './list-page.js';

export type { ListOptions };

/** One person's first sign-in: the code works once, to set a password. */
export interface AccessCodeRow {
  readonly staffNumber: string;
  readonly name: string;
  readonly department: string;
  readonly accessCode: string;
}

/** Staff numbers, names, departments and access codes for HR to hand out. Staff numbers keep their leading zeros. */
export async function buildAccessCodeWorkbook(rows: readonly AccessCodeRow[], options: ListOptions): Promise<Buffer> {
  const code: Look = { format: 'literal', font: CODE_FONT };
  return buildList(options, {
    orientation: 'portrait',
    title: 'アクセスコード一覧',
    subtitle: `取扱注意。コードは一度だけ使えます。本人に渡したら、このファイルを削除してください(${rows.length.toLocaleString('ja-JP')}人)。`,
    columns: [
      { heading: '職員番号', width: 16, look: code },
      { heading: '氏名', width: 22, look: {} },
      { heading: '所属', width: 40, look: {} },
      { heading: 'アクセスコード', width: 26, look: { ...code, bold: true, size: 11 } },
    ],
    rows: rows.map((row) => [row.staffNumber, row.name, row.department, row.accessCode]),
  });
}

/** All wrong places of an imported file, one row each, as a list to work through. */
export async function buildErrorWorkbook(errors: readonly LineError[], options: ListOptions): Promise<Buffer> {
  return buildList(options, {
    orientation: 'landscape',
    title: '取り込みエラー一覧',
    subtitle: `元のファイルの該当する行を直して、もう一度取り込んでください(${errors.length.toLocaleString('ja-JP')}件)。`,
    columns: [
      { heading: '行', width: 9, look: { format: 'count' } },
      { heading: '列', width: 20, look: {} },
      { heading: '理由と直し方', width: 50, look: {} },
      { heading: 'English', width: 50, look: {} },
    ],
    rows: errors.map((error) => [error.line, error.column, error.ja, error.en]),
  });
}

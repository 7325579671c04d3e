import { DomainError } from '#survey-model';
import type { Table } from '#tabular';
import { findColumn } from '../score/answer-columns.js';

/** Which columns of the file are read. */
export interface CountColumns {
  /** Name as in --tables and column index, each once. */
  readonly attributes: readonly { readonly name: string; readonly column: number }[];
  /** How many people a row stands for; null: one. */
  readonly weights: { readonly header: string; readonly column: number } | null;
}

/** @throws DomainError "no-such-column" or "column-twice", naming what the file has */
export function countColumns(table: Table, names: readonly string[], weights: string | null): CountColumns {
  const taken = new Map<number, string>();
  const take = (option: string, name: string): number => {
    const column = findColumn(table.headers, name);
    if (column === undefined) throw noColumn(table, option, name);
    const other = taken.get(column);
    if (other !== undefined) throw columnTwice(table, column, [other, name]);
    taken.set(column, name);
    return column;
  };
  return {
    attributes: names.map((name) => ({ name, column: take('--tables', name) })),
    weights: weights === null ? null : { header: weights, column: take('--weights', weights) },
  };
}

function noColumn({ fileName = '', headers, headerLine }: Table, option: string, name: string): DomainError {
  const divided = headers.filter((header) => /[,，*＊]/.test(header));
  const rename =
    divided.length === 0 || option !== '--tables'
      ? ['', '']
      : [
          `コンマや * を含む見出し(${divided.map((header) => `「${header}」`).join('')})は --tables に書けません。ファイルの見出しを、これらのない名前に変えてください。`,
          ` Headers with a comma or an asterisk (${divided.map((header) => `"${header}"`).join(', ')}) cannot be named in --tables: rename them in the file, without these signs.`,
        ];
  return new DomainError(
    'invalid',
    'no-such-column',
    `${fileName} の ${headerLine} 行目(見出し)に、${option} の「${name}」の列がありません。列: ${headers.join('、')}。見出しか ${option} を直してください。${rename[0]}`,
    `Line ${headerLine} of ${fileName} (the header) has no column "${name}" for ${option}. It has: ${headers.join(', ')}. Mend the header or ${option}.${rename[1]}`,
    { file: fileName, line: headerLine, column: name },
  );
}

function columnTwice({ fileName = '', headers }: Table, column: number, names: readonly [string, string]): DomainError {
  const header = headers[column] ?? '';
  return new DomainError(
    'invalid',
    'column-twice',
    `「${names[0]}」と「${names[1]}」は、どちらも ${fileName} の「${header}」の列を指します。同じ列は同じ名前で書き、--weights には人数の列を指定してください。`,
    `"${names[0]}" and "${names[1]}" are both the column "${header}" of ${fileName}. Name a column in one way only, and give --weights the column of counts.`,
    { file: fileName, column: header },
  );
}

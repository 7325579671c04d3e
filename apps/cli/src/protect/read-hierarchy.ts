import { DomainError, WITHHELD, type LineError } from '#survey-model';
import type { Table } from '#tabular';
import { BLANK_LABEL } from '../score/score-json.js';
import { arrangeTree } from './arrange-tree.js';

/** What lies under what among the values of one attribute. */
export interface Hierarchy {
  readonly fileName: string;
  /** Every value of the file, each parent followed by what lies under it. */
  readonly values: readonly { readonly key: string; readonly parent?: string; readonly level: number }[];
}

/** Every level is a row of cells for everybody under it. */
const MAX_LEVELS = 100;

interface Claim {
  readonly line: number;
  /** null: on the top level. */
  readonly parent: string | null;
}

/**
 * Reads a file of two columns, child and parent, in any order of lines; a blank parent says that the child is on the top level. Columns
 * that are called parent and child (親・上位, 子・下位) may stand the other way round.
 * @throws DomainError "bad-hierarchy" with every wrong line: no two columns, no header, a blank or reserved name, two parents, a circle
 */
export async function readHierarchy(table: Table): Promise<Hierarchy> {
  const { fileName = '', headers } = table;
  if (headers.length !== 2 || headers.includes('')) throw notTwoColumns(table);
  const turned = /parent|親|上位/i.test(headers[0] ?? '') && !/parent|親|上位/i.test(headers[1] ?? '');
  const [childAt, parentAt] = turned ? [1, 0] : [0, 1];
  const header = { child: headers[childAt] ?? '', parent: headers[parentAt] ?? '' };
  const claims = new Map<string, Claim>();
  const names = new Set<string>();
  const errors: LineError[] = [];
  for await (const { line, cells } of table.rows) {
    const [child, parent] = [cells[childAt] ?? '', cells[parentAt] ?? ''];
    const known = claims.get(child);
    const error = cells.length > 2 ? stray(line, header.parent) : faultOf({ line, child, parent, known, header });
    if (error) errors.push(error);
    else claims.set(child, known ?? { line, parent: parent || null });
    for (const name of [child, parent]) if (name !== '') names.add(name);
  }
  if (headers.some((name) => names.has(name))) throw noHeader(table);
  const parents = new Map([...names].map((name) => [name, claims.get(name)?.parent ?? null]));
  const { values, outside } = arrangeTree(parents);
  if (errors.length === 0) errors.push(...outside.map((names) => circle(names, claims, header.parent)));
  const tooDeep = values.find(({ level }) => level > MAX_LEVELS);
  if (tooDeep) errors.push(deep(tooDeep.key, claims.get(tooDeep.key)?.line ?? 0, header.child));
  if (errors.length > 0) throw badHierarchy(errors, fileName);
  return { fileName, values };
}

interface HierarchyRow {
  readonly line: number;
  readonly child: string;
  readonly parent: string;
  readonly known: Claim | undefined;
  readonly header: { readonly child: string; readonly parent: string };
}

function faultOf({ line, child, parent, known, header }: HierarchyRow): LineError | null {
  if (child === '') {
    return { line, column: header.child, ja: '下位の値が空欄です。', en: 'The child is blank.' };
  }
  const reserved = [child, parent].find((name) => name === BLANK_LABEL || name === WITHHELD);
  if (reserved !== undefined) {
    return {
      line,
      column: reserved === child ? header.child : header.parent,
      ja: `「${reserved}」は空欄を表す名前です。ほかの名前にしてください。`,
      en: `"${reserved}" stands for blanks. Use another name.`,
    };
  }
  if (!known || known.parent === (parent || null)) return null;
  const [here, there] = [parent, known.parent ?? ''].map((name) => [name || '(なし)', name || '(none)']);
  return {
    line,
    column: header.parent,
    ja: `「${child}」に二つの上位があります: ここでは ${here?.[0]}、${known.line} 行目では ${there?.[0]}。一方を消してください。`,
    en: `"${child}" has two parents: ${here?.[1]} here, ${there?.[1]} on line ${known.line}. Remove one of them.`,
  };
}

function stray(line: number, column: string): LineError {
  return {
    line,
    column,
    ja: '見出しより右に値があります。コンマを含む値は " で囲んでください。',
    en: 'There is text to the right of the last header. Quote values that hold a comma.',
  };
}

function circle(names: readonly string[], claims: ReadonlyMap<string, Claim>, column: string): LineError {
  const lines = names.map((name) => claims.get(name)?.line ?? 0);
  const path = [...names, names[0]].join(' → ');
  return {
    line: Math.max(...lines),
    column,
    ja: `上下関係が輪になっています: ${path}。どこかの上位を直してください。`,
    en: `These lie under each other in a circle: ${path}. Mend one of the parents.`,
  };
}

function deep(name: string, line: number, column: string): LineError {
  return {
    line,
    column,
    ja: `「${name}」は ${MAX_LEVELS} 段より深いところにあります。`,
    en: `"${name}" lies deeper than ${MAX_LEVELS} levels.`,
  };
}

function badHierarchy(errors: readonly LineError[], file: string): DomainError {
  return new DomainError(
    'invalid',
    'bad-hierarchy',
    `上下関係のファイル ${file} に誤りが ${errors.length} か所あります。`,
    `The hierarchy file ${file} is wrong in ${errors.length} places.`,
    { file },
    errors.slice(0, 1000),
  );
}

function notTwoColumns({ fileName = '', headers, headerLine }: Table): DomainError {
  return new DomainError(
    'invalid',
    'bad-hierarchy',
    `上下関係のファイル ${fileName} の列は、下位と上位の二つです(${headerLine} 行目の見出し: ${headers.join('、')})。ほかの列を消してください。`,
    `The hierarchy file ${fileName} must have two columns, child and parent (line ${headerLine} has: ${headers.join(', ')}). Remove the others.`,
    { file: fileName, line: headerLine },
  );
}

function noHeader({ fileName = '', headers, headerLine }: Table): DomainError {
  return new DomainError(
    'invalid',
    'bad-hierarchy',
    `上下関係のファイル ${fileName} の ${headerLine} 行目は見出し(例: child,parent)でなければなりませんが、値のようです: ${headers.join('、')}。見出しの行を加えてください。`,
    `Line ${headerLine} of the hierarchy file ${fileName} must be a header such as child,parent, but looks like values: ${headers.join(', ')}. Add a header line.`,
    { file: fileName, line: headerLine },
  );
}

import { DomainError, type Questionnaire, type Scale, type ScaleQuestion } from '#survey-model';

/** Which column of a spreadsheet is what. */
export interface AnswerColumns {
  /** Name as the caller gave it -> column index. */
  readonly by: readonly { readonly name: string; readonly column: number }[];
  readonly items: readonly { readonly code: string; readonly header: string; readonly column: number }[];
}

/** What the standard attributes are called in real files. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['department', ['所属名', '所属', '部署', '部課名', '組織', '部', '課']],
  ['position', ['職位', '役職', '補職名']],
  ['ageBand', ['年齢層', '年代', '年齢区分']],
  ['employmentType', ['任用形態', '雇用形態', '職員区分']],
]);

/**
 * Finds the columns by their headers, whatever the width or case of the letters.
 * @throws DomainError "no-such-column" or "no-item-columns", naming what the file has
 */
export function findColumns(
  headers: readonly string[],
  by: readonly string[],
  questionnaire: Questionnaire | null,
): AnswerColumns {
  const plain = headers.map(plainName);
  const groups = by.map((name) => {
    const column = findColumn(headers, name);
    if (column === undefined) throw noColumn(name, headers);
    return { name, column };
  });
  const items = questionnaire ? namedItems(questionnaire, headers, plain) : numberedItems(headers, plain);
  if (items.length === 0) {
    throw new DomainError(
      'invalid',
      'no-item-columns',
      `設問の列(q1, q2 …)がありません。列: ${headers.join('、')}。見出しを q1 から順に付けるか、--questionnaire で調査票を指定してください。`,
      `There are no item columns (q1, q2 …) among: ${headers.join(', ')}. Name them q1, q2 … or give --questionnaire.`,
    );
  }
  return { by: groups, items };
}

/**
 * Index of the column that is called so: by the very name, else whatever the width or case of the letters, else by what the standard
 * attributes are called in real files.
 */
export function findColumn(headers: readonly string[], name: string): number | undefined {
  const plain = headers.map(plainName);
  return [
    headers.indexOf(name),
    ...[name, ...(SYNONYMS.get(name) ?? [])].map((each) => plain.indexOf(plainName(each))),
  ].find((at) => at >= 0);
}

function namedItems(
  questionnaire: Questionnaire,
  headers: readonly string[],
  plain: readonly string[],
): AnswerColumns['items'] {
  return questionnaire.scoring.items.map((code) => {
    const column = plain.indexOf(plainName(code));
    if (column < 0) throw noColumn(code, headers);
    return { code, header: headers[column] ?? code, column };
  });
}

/** q1 … qN (Q1, 問1, 設問1 as well) in the order of their numbers. */
function numberedItems(headers: readonly string[], plain: readonly string[]): AnswerColumns['items'] {
  return plain
    .flatMap((name, column) => {
      const number = /^(?:q|問|設問)(\d+)$/.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), column }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ number, column }) => ({ code: `q${number}`, header: headers[column] ?? '', column }));
}

/** A questionnaire for a file that comes without one: its item columns, all on one scale. */
export function plainQuestionnaire(items: AnswerColumns['items'], scale: Scale): Questionnaire {
  const questions = items.map(({ code, header }): ScaleQuestion => ({ code, text: header, type: 'scale', scale }));
  return {
    key: 'file',
    title: '回答ファイル',
    sections: [{ key: 'items', title: '設問', questions }],
    scoring: { items: items.map(({ code }) => code), categories: [], bands: null },
  };
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s_.]/g, '')
    .toLowerCase();
}

function noColumn(name: string, headers: readonly string[]): DomainError {
  return new DomainError(
    'invalid',
    'no-such-column',
    `「${name}」の列がありません。列: ${headers.join('、')}`,
    `There is no column "${name}". The file has: ${headers.join(', ')}`,
    { column: name },
  );
}

import { DomainError } from '#survey-model';

/** Cells of a table multiply with every attribute; more than this nobody reads. */
const MAX_ATTRIBUTES = 6;

/**
 * The tables of `--tables`: "a,b,a*b" asks for a, for b and for a × b. The same table named twice, in whatever order, is one.
 * @throws DomainError "no-tables" or "bad-table"
 */
export function parseTables(text: string): string[][] {
  const tables = new Map<string, string[]>();
  for (const part of text.split(/[,，]/).map((each) => each.trim())) {
    if (part === '') continue;
    const names = part.split(/[*＊]/).map((name) => name.trim());
    const fault = faultOf(names);
    if (fault) throw badTable(part, ...fault);
    const name = JSON.stringify([...names].sort());
    if (!tables.has(name)) tables.set(name, names);
  }
  if (tables.size === 0) {
    throw new DomainError(
      'invalid',
      'no-tables',
      '--tables で表を指定してください。例: --tables "department,position,department*position"',
      'Say with --tables which tables to make, for example --tables "department,position,department*position".',
    );
  }
  return [...tables.values()];
}

function faultOf(names: readonly string[]): [ja: string, en: string] | null {
  if (names.includes('')) return ['* の前後に列の名前が要ります', 'a column name is needed on both sides of *'];
  if (new Set(names).size < names.length) return ['同じ列が二度あります', 'it names a column twice'];
  if (names.length > MAX_ATTRIBUTES) {
    return [
      `一つの表で掛け合わせられる列は ${MAX_ATTRIBUTES} つまでです。表を分けてください`,
      `a table may cross ${MAX_ATTRIBUTES} columns at most; make several tables of it`,
    ];
  }
  return null;
}

function badTable(table: string, ja: string, en: string): DomainError {
  return new DomainError('invalid', 'bad-table', `--tables の「${table}」: ${ja}。`, `--tables "${table}": ${en}.`);
}

/**
 * One `--hierarchy column=FILE`. The column is one of `columns`, so that its name may hold "=".
 * @throws DomainError "bad-hierarchy-option" when it is not, or is not followed by a file
 */
export function parseHierarchyOption(text: string, columns: readonly string[]): { column: string; file: string } {
  const column = columns.filter((name) => text.startsWith(`${name}=`)).sort((a, b) => b.length - a.length)[0];
  const file = column === undefined ? '' : text.slice(column.length + 1).trim();
  if (column !== undefined && file !== '') return { column, file };
  throw new DomainError(
    'invalid',
    'bad-hierarchy-option',
    `--hierarchy「${text}」は「列=ファイル」の形で、列は --tables と同じ名前で書いてください(${columns.join('、')})。例: --hierarchy ${columns[0]}=組織.csv`,
    `--hierarchy "${text}" must be column=FILE with a column named as in --tables (${columns.join(', ')}), for example --hierarchy ${columns[0]}=units.csv.`,
  );
}

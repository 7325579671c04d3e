import { align } from '../align.js';
import { valueLabel } from '../score/score-json.js';
import type { ProtectedCell, ProtectedFile } from './protect-table.js';
import type { Hierarchy } from './read-hierarchy.js';

const STATUS = { primary: '秘匿(人数が少ない)', secondary: '秘匿(差し引きで分かる)', published: '' } as const;

/** What `nobinobi protect` prints for people: the tables as they may be shown, a cell under the first table that has it. */
export function protectText(file: ProtectedFile, hierarchies: ReadonlyMap<string, Hierarchy>): string {
  const levels = new Map(
    [...hierarchies].map(([attribute, { values }]) => [
      attribute,
      new Map(values.map(({ key, level }) => [key, level])),
    ]),
  );
  const label = (attribute: string, value: string): string =>
    '　'.repeat((levels.get(attribute)?.get(value) ?? 1) - 1) + valueLabel(value);
  const whole = file.cells.find(isWhole);
  const lines = ['■ 全体', ...align([['人数', ...(whole ? shown(whole) : ['0', ''])]]), ''];
  for (const attributes of file.tables) {
    const cells = file.cells.filter((cell) => cell.table === attributes && !isWhole(cell));
    const rows = cells.map((cell) => [
      ...attributes.map((name) => (cell.key[name] === undefined ? '(計)' : label(name, cell.key[name]))),
      ...shown(cell),
    ]);
    lines.push(`■ ${attributes.join(' × ')} 別`, ...align([[...attributes, '人数', ''], ...rows]), '');
  }
  return [...lines, ...auditLines(file)].join('\n');
}

function isWhole({ key }: ProtectedCell): boolean {
  return Object.keys(key).length === 0;
}

function shown({ status, n }: ProtectedCell): [string, string] {
  return [status === 'published' ? String(n) : '–', STATUS[status]];
}

function auditLines({ audit }: ProtectedFile): string[] {
  const { cells, published, primary, secondary, remainders, spanTests, derivable } = audit;
  return [
    `セル ${cells}: 公表 ${published}、秘匿(人数が少ない) ${primary}、秘匿(差し引きで分かる) ${secondary}`,
    `検査 ${spanTests} 回: 足し引きで求められる秘匿セル ${derivable}。ほかに、差し引きで残る小さな集団 ${remainders} も守っています。`,
  ];
}

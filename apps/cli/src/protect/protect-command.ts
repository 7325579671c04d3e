import { DisclosureAuditError } from '#disclosure';
import { DomainError } from '#survey-model';
import { openTable } from '#tabular';
import { Command, InvalidArgumentError, Option } from 'commander';
import { protectJson } from './protect-json.js';
import { protectTable, type PlacedOnTop, type ProtectedFile } from './protect-table.js';
import { protectText } from './protect-text.js';
import { readHierarchy, type Hierarchy } from './read-hierarchy.js';
import { parseHierarchyOption, parseTables } from './table-names.js';

interface Options {
  readonly tables?: string;
  readonly hierarchy?: readonly string[];
  readonly weights?: string;
  readonly minGroup: number;
  readonly encoding: 'auto' | 'utf-8' | 'cp932';
  readonly json?: boolean;
}

export function protectCommand(): Command {
  return new Command('protect')
    .description('人数の表(CSV か xlsx)について、どのセルを公表できるかを決めます。統計を作る人のための命令です')
    .argument('<file>', '1行1人のファイル(--weights があれば、1行が何人か)。1行目は見出し')
    .option('--tables <tables>', '作る表(コンマ区切り。掛け合わせは *)。例: "department,department*position"')
    .option('--hierarchy <column=file>', '列の値の上下関係(下位と上位の2列のファイル)。列ごとに何度でも', collect)
    .option('--weights <column>', '人数の列。0 以上の整数')
    .option('--min-group <k>', '公表する最小の人数', groupSize, 5)
    .addOption(new Option('--encoding <name>', 'CSV の文字コード').choices(['auto', 'utf-8', 'cp932']).default('auto'))
    .option('--json', 'JSON で表示します(秘匿するセルの人数も入ります。そのまま公表しないでください)')
    .addHelpText('after', HELP)
    .action(protect);
}

const HELP = `
表は、掛け合わせた列それぞれの計と、上下関係のすべての段を含みます。全部の表をまとめて判定するので、公表する表はすべて一度に指定します。
k 人に満たないセルは "primary"、足し引きで分かってしまうセルは "secondary" として秘匿し、残りを "published" とします。
人数だけを使います。だれもいないセルは載せません。空欄は「(空欄)」という一つの値として数えます。
上下関係のファイルにない値は、最上位の値とみなし、そのことを表示します。

例: nobinobi protect staff.csv --tables "department,position,department*position" --json
    nobinobi protect 人数.xlsx --tables "所属*職位" --hierarchy 所属=組織.csv --weights 人数 --min-group 10`;

async function protect(path: string, options: Options): Promise<void> {
  const tables = parseTables(options.tables ?? '');
  const hierarchies = await readHierarchies(options, [...new Set(tables.flat())]);
  const table = await openTable(path, { encoding: options.encoding });
  const { weights = null, minGroup } = options;
  const file = await safely(() => protectTable(table, { tables, hierarchies, weights, minGroup }));
  if (file.people === 0) console.error(`${path} には、だれもいません。 / There is nobody in ${path}.`);
  for (const placed of file.placedOnTop) console.error(onTopText(placed));
  console.log(options.json ? JSON.stringify(protectJson(file)) : protectText(file, hierarchies));
}

async function readHierarchies(
  { hierarchy = [], encoding }: Options,
  columns: readonly string[],
): Promise<Map<string, Hierarchy>> {
  const hierarchies = new Map<string, Hierarchy>();
  for (const text of hierarchy) {
    const { column, file } = parseHierarchyOption(text, columns);
    if (hierarchies.has(column)) {
      throw new DomainError(
        'invalid',
        'hierarchy-twice',
        `「${column}」の --hierarchy が二つあります。一つのファイルにまとめてください。`,
        `There are two --hierarchy options for "${column}". Put them into one file.`,
      );
    }
    hierarchies.set(column, await readHierarchy(await openTable(file, { encoding })));
  }
  return hierarchies;
}

/** @throws DomainError "unsafe-pattern" when the audit finds something derivable: no cell leaves the command then */
async function safely(decide: () => Promise<ProtectedFile>): Promise<ProtectedFile> {
  try {
    return await decide();
  } catch (error) {
    if (!(error instanceof DisclosureAuditError)) throw error;
    throw new DomainError(
      'invalid',
      'unsafe-pattern',
      `検査で、足し引きで求められる秘匿セルが ${error.derivable} 見つかりました。何も書き出していません。のびのびの誤りです。お知らせください。`,
      `The audit found ${error.derivable} suppressed cells that can be derived. Nothing was written. This is a fault of Nobinobi: please report it.`,
    );
  }
}

function onTopText({ attribute, fileName, values }: PlacedOnTop): string {
  const first = values.slice(0, 10);
  const more = values.length > first.length ? [' ほか', ' and more'] : ['', ''];
  return [
    `注意: 「${attribute}」の ${values.length} 個の値は ${fileName} にないので、最上位とみなしました: ${first.join('、')}${more[0]}`,
    `Note: ${values.length} values of "${attribute}" are not in ${fileName} and were taken as top levels: ${first.join(', ')}${more[1]}`,
  ].join('\n');
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

function groupSize(text: string): number {
  const size = Number(text);
  if (Number.isInteger(size) && size >= 2 && size <= 1000) return size;
  throw new InvalidArgumentError('2 から 1000 の整数です。 / A whole number from 2 to 1000.');
}

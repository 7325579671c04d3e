import { readFile } from 'node:fs/promises';
import { DomainError, validateQuestionnaire, withOrganisation, type Questionnaire, type Scale } from '#survey-model';
import { openTable } from '#tabular';
import { Command, InvalidArgumentError, Option } from 'commander';
import { scoreJson } from './score-json.js';
import { scoreTable } from './score-table.js';
import { scoreText } from './score-text.js';
import { writeWorkbooks } from './write-workbooks.js';

interface Options {
  readonly by: readonly string[];
  readonly questionnaire?: string;
  readonly scale: Scale;
  readonly missing: readonly string[];
  readonly minGroup: number;
  readonly encoding: 'auto' | 'utf-8' | 'cp932';
  readonly json?: boolean;
  readonly out?: string;
  readonly organisation: string;
  readonly acceptValid?: boolean;
}

export function scoreCommand(): Command {
  return new Command('score')
    .description('回答の一覧(CSV か xlsx、1行1人)から、スコアと部署別の Excel を作ります。サーバーは要りません')
    .argument('<file>', '回答のファイル。1行目は見出し、設問の列は q1, q2 …')
    .option('--by <columns>', '集計する列(コンマ区切り)。例: department,position または 所属,職位', list, [])
    .option('--questionnaire <file>', '調査票ファイル(JSON)。なければ q1 から順の列を設問とします')
    .option('--scale <min-max>', '調査票ファイルがないときの尺度', scale, { min: 1, max: 5 })
    .option('--missing <values>', '空欄のほかに無回答とみなす値(コンマ区切り)。例: 0', list, [])
    .option('--min-group <k>', '公表する最小の人数', groupSize, 5)
    .addOption(new Option('--encoding <name>', 'CSV の文字コード').choices(['auto', 'utf-8', 'cp932']).default('auto'))
    .option('--json', 'JSON で表示します')
    .option('--out <folder>', '部署ごとの Excel を書き出します(--by の最初の列が部署)')
    .option('--organisation <name>', 'Excel の表紙に書く団体名', '')
    .option('--accept-valid', '誤りのある行を除いて集計します')
    .addHelpText('after', HELP)
    .action(score);
}

const HELP = `
k 人に満たない集団は "primary"、差し引きで分かってしまう集団は "secondary" として秘匿します。
肯定的回答率(5段階・4段階では上位2つ)は、10人以上で、10人未満の集団を明かさないときだけ表示します。
誤りのある行は、行番号・列・理由をすべて示し、何も書き出しません。

例: nobinobi score answers.csv --by department,position --json
    nobinobi score 回答.xlsx --by 所属 --scale 1-4 --missing 0 --out reports`;

async function score(path: string, options: Options): Promise<void> {
  const { by, acceptValid = false } = options;
  if (options.out !== undefined && by.length === 0) {
    throw new DomainError(
      'invalid',
      'out-needs-by',
      '--out には --by で部署の列を指定してください。',
      '--out needs --by with the department column.',
    );
  }
  const questionnaire = options.questionnaire
    ? await readQuestionnaire(options.questionnaire, options.organisation)
    : null;
  const table = await openTable(path, { encoding: options.encoding });
  const position = options.out === undefined ? undefined : positionColumn(by);
  const file = await scoreTable(table, {
    by,
    questionnaire,
    scale: options.scale,
    missing: new Set(options.missing),
    minGroup: options.minGroup,
    acceptValid,
    crossed: by[0] !== undefined && position !== undefined ? [[by[0], position]] : [],
  });
  if (options.out !== undefined) {
    const { organisation, minGroup } = options;
    const names = await writeWorkbooks(file, {
      folder: options.out,
      organisation,
      minGroup,
      position,
      now: new Date(),
    });
    if (!options.json) console.log(`${names.length} 部署の Excel を ${options.out} に書き出しました。`);
  }
  console.log(options.json ? JSON.stringify(scoreJson(file)) : scoreText(file));
}

/** The column by which a department's workbook is broken down, if the caller named one that is a position. */
function positionColumn(by: readonly string[]): string | undefined {
  return by.slice(1).find((name) => ['position', '職位', '役職', '補職名'].includes(name));
}

async function readQuestionnaire(path: string, organisation: string): Promise<Questionnaire> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'invalid',
      'bad-questionnaire',
      `調査票 ${path} を読めません: ${reason}`,
      `Cannot read the questionnaire ${path}: ${reason}`,
    );
  }
  const checked = validateQuestionnaire(value);
  if ('questionnaire' in checked) return withOrganisation(checked.questionnaire, organisation);
  throw new DomainError(
    'invalid',
    'bad-questionnaire',
    `調査票 ${path} に誤りがあります。\n${checked.errors.map(({ path: at, ja }) => `  ${at}: ${ja}`).join('\n')}`,
    `The questionnaire ${path} is wrong.\n${checked.errors.map(({ path: at, en }) => `  ${at}: ${en}`).join('\n')}`,
  );
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function scale(text: string): Scale {
  const match = /^(\d{1,2})-(\d{1,2})$/.exec(text.normalize('NFKC'));
  const [min, max] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || min >= max) throw new InvalidArgumentError('1-5 のように、最小と最大を - でつなぎます。');
  return { min, max };
}

function groupSize(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 1000) throw new InvalidArgumentError('1 から 1000 の整数です。');
  return size;
}

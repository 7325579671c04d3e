import type { ImportReport } from '#contract';
import type { ImportKind } from '#database';
import { DomainError } from '#survey-model';
import { Command } from 'commander';
import { ImportClient } from './import-client.js';

interface Options {
  readonly dryRun?: boolean;
  readonly acceptValid?: boolean;
}

/** Written into the audit log as the one who asked. */
const REQUESTED_BY = 'cli';

const COUNT_LABELS: Readonly<Record<string, string>> = {
  added: '追加',
  changed: '変更',
  moved: '異動',
  left: '退職・転出',
  returned: '復帰',
  same: '変更なし',
};

export function importRosterCommand(): Command {
  return importCommand('import-roster', 'roster', '名簿(CSV か xlsx)を、起動中ののびのびに取り込みます');
}

export function importCompletionsCommand(): Command {
  return importCommand(
    'import-completions',
    'completions',
    '研修の修了者(CSV か xlsx)を、起動中ののびのびに取り込みます',
  );
}

export function importSuccessionsCommand(): Command {
  return importCommand(
    'import-successions',
    'successions',
    '組織の引継ぎ(旧組織コードと新組織コードの CSV か xlsx)を、起動中ののびのびに取り込みます',
  );
}

function importCommand(name: string, kind: ImportKind, description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<file>', 'CSV(UTF-8 か Shift_JIS)か xlsx')
    .option('--dry-run', '何が変わるかを示すだけで、取り込みません')
    .option('--accept-valid', '誤りのある行を除いて取り込みます')
    .action((path: string, options: Options) => importFile(kind, path, options));
}

async function importFile(
  kind: ImportKind,
  path: string,
  { dryRun = false, acceptValid = false }: Options,
): Promise<void> {
  const client = await ImportClient.connect();
  try {
    const { id, report } = await client.check(kind, path, REQUESTED_BY);
    printReport(report);
    if (dryRun) return console.log('取り込んでいません(--dry-run)。');
    if (report.errorCount > 0 && !acceptValid) {
      throw new DomainError(
        'invalid',
        'import-refused',
        `誤りが ${report.errorCount} 件あるので、1行も取り込んでいません。直すか、正しい行だけを取り込む --accept-valid を付けてください。`,
        `Nothing was taken: ${report.errorCount} errors. Mend them, or use --accept-valid to take the valid rows only.`,
      );
    }
    await client.apply(id, acceptValid, REQUESTED_BY);
    console.log(`${report.validRows} 行を取り込みました。`);
  } finally {
    await client.close();
  }
}

function printReport(report: ImportReport): void {
  console.log(`${report.rows} 行(${report.encoding})、正しい行 ${report.validRows}、誤り ${report.errorCount} 件`);
  const counts = Object.entries(report.counts).map(([name, count]) => `${COUNT_LABELS[name] ?? name} ${count}`);
  if (counts.length > 0) console.log(counts.join('、'));
  for (const { line, column, ja } of report.errors) console.log(`  ${line} 行目「${column}」: ${ja}`);
}

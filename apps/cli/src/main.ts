import { DomainError } from '#survey-model';
import { Command } from 'commander';
import { importCommands } from './import/import-command.js';
import { migrateCommand } from './migrate/migrate-command.js';
import { scoreCommand } from './score/score-command.js';
import { startCommand } from './start/start-command.js';

const program = new Command('nobinobi')
  .description('のびのび: 自治体のための職員エンゲージメント調査と研修計画')
  .version('0.1.0')
  .addCommand(startCommand())
  .addCommand(scoreCommand())
  .addCommand(migrateCommand())
  .showHelpAfterError('(使い方: nobinobi --help)');
for (const command of importCommands()) program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof DomainError) {
    console.error(`\nエラー: ${error.ja}\nError: ${error.en}`);
    for (const { line, column, ja } of error.details.slice(0, 20)) console.error(`  ${line} 行目 ${column}: ${ja}`);
  } else {
    console.error(error);
  }
  process.exitCode = 1;
}

import { DomainError } from '#survey-model';
import { Command } from 'commander';

/** Loaded when asked for: a command pays for what it needs, and `start` is not kept waiting by the spreadsheet code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start/start-command.js')).startCommand(),
  score: async () => (await import('./score/score-command.js')).scoreCommand(),
  protect: async () => (await import('./protect/protect-command.js')).protectCommand(),
  'import-roster': async () => (await import('./import/import-command.js')).importRosterCommand(),
  'import-completions': async () => (await import('./import/import-command.js')).importCompletionsCommand(),
  'import-successions': async () => (await import('./import/import-command.js')).importSuccessionsCommand(),
  migrate: async () => (await import('./migrate/migrate-command.js')).migrateCommand(),
};

const asked = process.argv[2] ?? '';
const loaders = Object.hasOwn(COMMANDS, asked) ? [COMMANDS[asked]] : Object.values(COMMANDS);

const program = new Command('nobinobi')
  .description('のびのび: 自治体のための職員エンゲージメント調査と研修計画')
  .version('0.1.0')
  .showHelpAfterError('(使い方: nobinobi --help)');

try {
  for (const load of loaders) if (load) program.addCommand(await load());
  await program.parseAsync();
} catch (error) {
  if (error instanceof DomainError) {
    console.error(`\nエラー: ${error.ja}\nError: ${error.en}`);
    const { file, line } = error.place;
    if (file !== undefined && !error.ja.includes(file))
      console.error(`  場所 / in: ${file}${line === undefined ? '' : `:${line}`}`);
    for (const wrong of error.details.slice(0, 1000))
      console.error(`  ${wrong.line} 行目 ${wrong.column}: ${wrong.ja}`);
  } else {
    console.error(error);
  }
  process.exitCode = 1;
}

// `npm test`: sets up what is missing, then format, lint, types, build and every tier of tests. `npm test -- PATTERN` runs some tests only.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { ensurePackages, root, run } from './setup.mjs';

const bin = (path) => join(root, 'node_modules', path);
const patterns = process.argv.slice(2);

ensurePackages();
if (patterns.length === 0) {
  step('書式 / format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);
  step('リント / lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']);
  step('型 / types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit', '--incremental', 'false']);
  step('型(画面)/ types of the pages', [bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json', '--noEmit']);
}
buildIfStale();

const report = join(root, '.tmp/jest-report.json');
mkdirSync(join(root, '.tmp'), { recursive: true });
rmSync(report, { force: true });
const jest = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    bin('jest/bin/jest.js'),
    '--forceExit',
    '--json',
    `--outputFile=${report}`,
    ...patterns,
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TZ: 'Asia/Tokyo' } },
);
printCounts();
process.exit(jest.status ?? 1);

function step(name, args) {
  console.log(`— ${name}`);
  run(process.execPath, args);
}

function printCounts() {
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  console.log(`${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped`);
}

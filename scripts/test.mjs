// `npm test`: sets up what is missing, then format, lint, types, build and every tier of tests. `npm test -- PATTERN` runs some tests only.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { ensurePackages, root } from './setup.mjs';

const bin = (path) => join(root, 'node_modules', path);
const patterns = process.argv.slice(2);

ensurePackages();
if (patterns.length === 0) {
  // Two at a time: each of them uses one core.
  const style = inOrder([
    ['書式 / format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
    ['リント / lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ]);
  const types = inOrder([
    ['型 / types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit', '--incremental', 'false']],
    ['型(画面)/ types of the pages', [bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json', '--noEmit']],
    ['ビルド / build', [join(root, 'scripts/build.mjs')]],
  ]);
  await Promise.all([style, types]);
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

/** Runs one check after the other; the first that finds something ends the whole run. */
async function inOrder(checks) {
  for (const [name, args] of checks) {
    const { status, output } = await check(args);
    console.log(`— ${name}\n${output}`.trimEnd());
    if (status !== 0) process.exit(status ?? 1);
  }
}

function check(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('close', (status) => resolve({ status, output }));
  });
}

function printCounts() {
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  console.log(`${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped`);
}

// What `npm start` and `npm test` need before anything else: packages and, where npm left some out, nothing more than a clear word.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program and ends this one when it fails. On Windows npm is a .cmd file and needs a shell; no argument here holds user input. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node.js 20.19 以上が必要です(今は ${process.versions.node})。 / Node.js 20.19 or newer is needed.`);
  process.exit(1);
}

/** Installs the packages when they are missing or older than the lock file. */
export function ensurePackages() {
  requireNode();
  const marker = join(root, 'node_modules/.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  if (existsSync(marker) && samePackages(marker, lock)) return;
  console.log('パッケージを入れています(初回だけ、数分かかります)…');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (npm(['ci', ...quiet], 'pipe').status === 0) return;
  // A registry that lacks some other platform's binary makes `npm ci` refuse the whole lock file; `npm install` takes what this platform needs,
  // at the versions and checksums of the lock file.
  const installed = npm(['install', ...quiet], 'inherit');
  if (installed.status !== 0) process.exit(installed.status ?? 1);
}

function npm(args, stdio) {
  return spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
}

/** A fresh checkout gives the lock file a new time, not new content. */
function samePackages(marker, lock) {
  const installed = JSON.parse(readFileSync(marker, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

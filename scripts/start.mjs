// `npm start`: sets up what is missing, builds what is stale, and runs the launcher.
// The launcher gets a process group of its own: Ctrl-C would otherwise reach the databases before the services that use them.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { ensurePackages, root } from './setup.mjs';

ensurePackages();
buildIfStale();
const launcher = spawn(process.execPath, [join(root, 'bin/nobinobi.mjs'), 'start', ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  detached: process.platform !== 'win32',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
launcher.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));

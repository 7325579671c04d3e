// `npm start`: sets up what is missing, builds what is stale, and runs the launcher in this process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build.mjs';
import { ensurePackages, root } from './setup.mjs';

ensurePackages();
buildIfStale();
process.argv.splice(2, 0, 'start');
await import(pathToFileURL(join(root, 'dist/apps/cli/src/main.js')).href);

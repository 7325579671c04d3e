#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = ['dist/services/cli.js', 'dist/apps/cli/src/main.js'].map((path) => join(root, path)).find(existsSync);
if (!main) {
  console.error('先に npm run build を一度実行してください。 / Run "npm run build" once first.');
  process.exit(1);
}
await import(pathToFileURL(main).href);

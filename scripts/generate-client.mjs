// Writes the OpenAPI document of the api and the typed client of the pages. Run it after a change to apps/api's controllers or libs/contract.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages, root, run } from './setup.mjs';

const CLIENT = 'apps/web/src/api-client';

ensurePackages();
run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
const { buildApiDocument } = await import(pathToFileURL(join(root, 'dist/apps/api/src/openapi/api-document.js')).href);
const { clientFiles } = await import('./client-files.mjs');
for (const [name, text] of Object.entries(await clientFiles(await buildApiDocument()))) {
  writeFileSync(join(root, CLIENT, name), text);
  console.log(`${CLIENT}/${name}`);
}

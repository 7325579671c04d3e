import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { buildApiDocument } from '../../apps/api/src/openapi/api-document.js';
import { clientFiles } from '../../scripts/client-files.mjs';

it('the pages are typed by the api as it is: run "npm run generate:client" when this fails', async () => {
  const files = await clientFiles(await buildApiDocument());
  for (const [name, text] of Object.entries(files)) {
    const committed = await readFile(new URL(`../../apps/web/src/api-client/${name}`, import.meta.url), 'utf8');
    expect(committed === text ? `${name} is up to date` : `${name} is stale`).toBe(`${name} is up to date`);
  }
});

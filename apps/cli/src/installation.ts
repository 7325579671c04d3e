import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout, from wherever the compiled or the source file lies. */
export function checkoutRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'nest-cli.json'))) {
    const up = dirname(at);
    if (up === at) throw new Error('the checkout root (nest-cli.json) was not found');
    at = up;
  }
  return at;
}

/** A data file that ships with the survey model. */
export function dataFile(name: string): string {
  return join(checkoutRoot(), 'libs/survey-model/data', name);
}

/** The entry of a service: one file with its packages, or, where only the compiler has run, what the compiler wrote. */
export function serviceEntry(name: 'api' | 'collector' | 'tally' | 'office'): string {
  const bundle = join(checkoutRoot(), 'dist/services', `${name}.js`);
  if (existsSync(bundle)) return bundle;
  const path = name === 'tally' || name === 'office' ? `worker/src/${name}.js` : `${name}/src/main.js`;
  return join(checkoutRoot(), 'dist/apps', path);
}

export function webRoot(): string {
  return join(checkoutRoot(), 'dist/apps/web');
}

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { LIBS, MIGRATION_PACKAGES, RELEASE_MINTS, ZONES } from './zones.mjs';

interface Import {
  readonly file: string;
  readonly from: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.generated.') && !file.includes('/node_modules/'));
}

function importsOf(folder: string): Import[] {
  return sources(folder).flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
      ),
    ].map((match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? '' })),
  );
}

/** "@scope/name/sub" -> "@scope/name". */
function packageName(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

const list = (found: readonly Import[]): string[] => found.map(({ file, from }) => `${file} imports ${from}`);

describe('the dependency rule', () => {
  it('covers every app and every library', () => {
    const folders = ['apps', 'libs'].flatMap((top) => readdirSync(top).map((name) => `${top}/${name}`));
    expect(ZONES.map(({ path }) => path).sort()).toEqual(folders.sort());
  });

  it.each(ZONES)('$path imports only the libraries it may', ({ path, libs }) => {
    const ours = importsOf(path).filter(({ from }) => from.startsWith('#'));
    const own = path.replace('libs/', '');
    expect(
      list(
        ours.filter(
          ({ from, file }) => !libs.includes(from.slice(1)) && !(file.endsWith('.spec.ts') && from === `#${own}`),
        ),
      ),
    ).toEqual([]);
    expect(list(ours.filter(({ from }) => !LIBS.includes(from.slice(1))))).toEqual([]);
  });

  it.each(ZONES)('$path reaches no other folder by a relative path', ({ path }) => {
    const escaping = importsOf(path).filter(({ from, file }) => {
      if (!from.startsWith('.')) return false;
      const target = join(file, '..', from).replaceAll('\\', '/');
      // The launcher runs the migrations; specs take their fixtures from test/.
      const allowed =
        (path === 'apps/cli' && target.startsWith('migrations/')) ||
        (file.endsWith('.spec.ts') && target.startsWith('test/'));
      return !target.startsWith(`${path}/`) && !allowed;
    });
    expect(list(escaping)).toEqual([]);
  });

  it.each(ZONES.filter(({ packages }) => packages))(
    '$path imports only its listed outside packages',
    ({ path, packages }) => {
      const outside = importsOf(path).filter(
        ({ file, from }) =>
          !file.endsWith('.spec.ts') && !from.startsWith('.') && !from.startsWith('#') && !isBuiltin(from),
      );
      expect(list(outside.filter(({ from }) => !packages?.includes(packageName(from))))).toEqual([]);
    },
  );

  it('keeps TypeORM inside libs/database, but for wiring in the services', () => {
    const elsewhere = ['libs']
      .flatMap(importsOf)
      .filter(({ file, from }) => from === 'typeorm' && !file.startsWith('libs/database/'));
    expect(list(elsewhere)).toEqual([]);
  });

  it('keeps migrations free of our own code', () => {
    const found = importsOf('migrations').filter(
      ({ from }) => !from.startsWith('.') && !MIGRATION_PACKAGES.includes(packageName(from)),
    );
    expect(list(found)).toEqual([]);
  });

  it('keeps browser code of libs/ballot free of Node', () => {
    const found = importsOf('libs/ballot').filter(
      ({ file, from }) => isBuiltin(from) && !/server|signing|private-key|\.spec\.ts/.test(file),
    );
    expect(list(found)).toEqual([]);
  });
});

describe('ReleasedScore', () => {
  it('comes into being in the disclosure entry and the release repository only', () => {
    const mints = ['apps', 'libs', 'migrations']
      .flatMap(sources)
      .filter(
        (file) => !file.endsWith('.spec.ts') && /as (unknown as )?ReleasedScore\b/.test(readFileSync(file, 'utf8')),
      );
    expect(mints).toHaveLength(2);
    for (const mint of RELEASE_MINTS) expect(mints.filter((file) => file.startsWith(mint))).toHaveLength(1);
  });
});

describe('house rules', () => {
  it('has no folder with a name that says nothing', () => {
    const names = ['apps', 'libs'].flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }));
    expect(names.filter((name) => /(^|[\\/])(utils|helpers|common|core|generic|shared|misc)$/.test(name))).toEqual([]);
  });

  it('has kebab-case file names', () => {
    const files = ['apps', 'libs', 'migrations', 'test'].flatMap(sources);
    expect(files.filter((file) => !/^[a-z0-9-]+(\.[a-z-]+)*\.tsx?$/.test(file.split('/').at(-1) ?? ''))).toEqual([]);
  });
});

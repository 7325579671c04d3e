import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLauncherConfig } from '#config';
import { DomainError } from '#survey-model';
import { Command } from 'commander';
import { DataDir } from '../start/data-dir.js';
import { openStores, type Stores } from '../start/databases.js';

/** For installations that run the services themselves (docker/): `npm start` migrates by itself. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description(
      'データベースを今の版にし、ロールを作ります。DATABASE_URL と COLLECTOR_DATABASE_URL に所有者の接続先を指定します',
    )
    .option('--secrets <dir>', '各サービスの接続先と鍵を、サービスごとのフォルダーに書き出します')
    .action(async (options: { secrets?: string }) => {
      const config = readLauncherConfig();
      if (!config.databaseUrl) throw noDatabase();
      const dataDir = await DataDir.open(config.dataDir);
      // The queue is no part of a migration: any address will do.
      const stores = await openStores({ ...config, redisUrl: config.redisUrl ?? 'redis://unused' }, dataDir);
      if (options.secrets) await writeSecrets(options.secrets, stores, dataDir);
      await stores.stop();
      console.log('データベースは最新です。');
    });
}

/** One folder a service, so that each can be given its own and no other. */
async function writeSecrets(folder: string, stores: Stores, dataDir: DataDir): Promise<void> {
  const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    api: { DATABASE_URL: stores.apiUrl },
    collector: { COLLECTOR_DATABASE_URL: stores.collectorUrl },
    office: { DATABASE_URL: stores.officeUrl },
    tally: { DATABASE_URL: stores.tallyUrl, COLLECTOR_DATABASE_URL: stores.tallyBallotUrl },
  };
  for (const [service, values] of Object.entries(files)) {
    const own = join(folder, service);
    await mkdir(own, { recursive: true });
    for (const [name, value] of Object.entries(values)) await writeFile(join(own, name), `${value}\n`, { mode: 0o440 });
  }
  for (const [service, file] of [
    ['api', dataDir.keyFile],
    ['tally', dataDir.tallyKeyFile],
  ] as const) {
    const key = join(folder, service, 'key.hex');
    await copyFile(file, key);
    await chmod(key, 0o440);
  }
}

function noDatabase(): DomainError {
  return new DomainError(
    'invalid',
    'no-database-url',
    'DATABASE_URL を指定してください。同梱の PostgreSQL は npm start が自動で更新します。',
    'Set DATABASE_URL. The embedded PostgreSQL is migrated by npm start.',
  );
}

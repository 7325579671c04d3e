import type { LauncherConfig } from '#config';
import { BALLOT_ROLES, ensureRoles, MAIN_ROLES, migrate, urlForRole } from '#database';
import { startCluster, startValkey } from '#embedded';
import { DomainError } from '#survey-model';
import { BALLOT_MIGRATIONS } from '../../../../migrations/ballot/index.js';
import { MAIN_MIGRATIONS } from '../../../../migrations/main/index.js';
import type { DataDir } from './data-dir.js';
import { seedReferenceData } from './reference-data.js';

/** Addresses of the stores, one for each role; nobody but the launcher holds the owners'. */
export interface Stores {
  readonly mainOwnerUrl: string;
  readonly ballotOwnerUrl: string;
  readonly apiUrl: string;
  readonly officeUrl: string;
  readonly tallyUrl: string;
  readonly tallyBallotUrl: string;
  readonly collectorUrl: string;
  readonly redisUrl: string;
  stop(): Promise<void>;
}

/** Starts or reaches PostgreSQL (two clusters) and Valkey, makes roles, migrates, and seeds reference data. */
export async function openStores(config: LauncherConfig, dataDir: DataDir): Promise<Stores> {
  const secrets = await dataDir.secrets();
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const embedded = async (name: 'main' | 'ballot', settings: Record<string, string>): Promise<string> => {
      const folder = dataDir.clusterFolder(name);
      const cluster = await startCluster({
        folder,
        ownerPassword: secrets.ownerPassword,
        database: 'nobinobi',
        settings,
      });
      stops.push(() => cluster.stop());
      return cluster.ownerUrl;
    };
    const [mainOwnerUrl, ballotOwnerUrl, redisUrl] = await allStarted([
      config.databaseUrl ?? embedded('main', {}),
      config.collectorDatabaseUrl ?? config.databaseUrl ?? embedded('ballot', QUIET_BALLOT_LOG),
      config.redisUrl ?? startValkey().then((valkey) => (stops.push(() => valkey.stop()), valkey.url)),
    ]);
    await prepare('DATABASE_URL', async () => {
      await ensureRoles(mainOwnerUrl, MAIN_ROLES, secrets.rolePasswords);
      await migrate(mainOwnerUrl, MAIN_MIGRATIONS);
      await seedReferenceData(mainOwnerUrl);
    });
    await prepare('COLLECTOR_DATABASE_URL', async () => {
      await ensureRoles(ballotOwnerUrl, BALLOT_ROLES, secrets.rolePasswords);
      await migrate(ballotOwnerUrl, BALLOT_MIGRATIONS);
    });
    const { nobinobi_api, nobinobi_office, nobinobi_tally, nobinobi_collector } = secrets.rolePasswords;
    return {
      mainOwnerUrl,
      ballotOwnerUrl,
      apiUrl: urlForRole(mainOwnerUrl, 'nobinobi_api', nobinobi_api),
      officeUrl: urlForRole(mainOwnerUrl, 'nobinobi_office', nobinobi_office),
      tallyUrl: urlForRole(mainOwnerUrl, 'nobinobi_tally', nobinobi_tally),
      tallyBallotUrl: urlForRole(ballotOwnerUrl, 'nobinobi_tally', nobinobi_tally),
      collectorUrl: urlForRole(ballotOwnerUrl, 'nobinobi_collector', nobinobi_collector),
      redisUrl,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for all of them even when one fails, so that what did start is known and can be stopped. */
async function allStarted(urls: readonly [Url, Url, Url]): Promise<[string, string, string]> {
  await Promise.allSettled(urls);
  return Promise.all(urls);
}

type Url = string | Promise<string>;

/** The ballot cluster logs no statement and no parameter, whatever goes wrong, and keeps no times. */
const QUIET_BALLOT_LOG = {
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: 'off',
  // No standby and no archive: the write-ahead log knows the order in which ballots came, so as little of it as can be is kept.
  track_commit_timestamp: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  archive_mode: 'off',
  wal_recycle: 'off',
};

async function prepare(setting: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'unavailable',
      'database-refused',
      `データベースの準備ができませんでした(${setting}): ${reason}\n接続先、利用者、パスワードと、ロールとスキーマを作る権限があるかを確かめてください。`,
      `The database could not be prepared (${setting}): ${reason}\nCheck address, user, password, and the right to create roles and schemas.`,
    );
  }
}

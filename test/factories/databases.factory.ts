import {
  BALLOT_ROLES,
  ensureRoles,
  MAIN_ROLES,
  migrate,
  urlForRole,
  type RoleName,
  type RolePasswords,
} from '#database';
import { BALLOT_MIGRATIONS } from '../../migrations/ballot/index.js';
import { MAIN_MIGRATIONS } from '../../migrations/main/index.js';
import { startEmbeddedCluster, type ClusterRecipe, type EmbeddedClusterOptions } from './embedded-cluster.js';

export interface TestDatabases {
  readonly mainOwnerUrl: string;
  readonly ballotOwnerUrl: string;
  mainUrl(role: RoleName): string;
  ballotUrl(role: RoleName): string;
  stop(): Promise<void>;
}

const PASSWORDS: RolePasswords = {
  nobinobi_api: 'api-only-for-tests',
  nobinobi_office: 'office-only-for-tests',
  nobinobi_tally: 'tally-only-for-tests',
  nobinobi_collector: 'collector-only-for-tests',
};

const BOTH: ClusterRecipe = {
  name: 'both',
  fill: async (cluster) => {
    const mainOwnerUrl = await cluster.createDatabase('main');
    const ballotOwnerUrl = await cluster.createDatabase('ballots');
    await ensureRoles(mainOwnerUrl, MAIN_ROLES, PASSWORDS);
    await ensureRoles(ballotOwnerUrl, BALLOT_ROLES, PASSWORDS);
    await migrate(mainOwnerUrl, MAIN_MIGRATIONS);
    await migrate(ballotOwnerUrl, BALLOT_MIGRATIONS);
  },
};

/** Both migrated databases with all roles on one embedded cluster: the case in which the roles' limits matter most. */
export async function startDatabases(options: EmbeddedClusterOptions = {}): Promise<TestDatabases> {
  const cluster = await startEmbeddedCluster(BOTH, options);
  const [mainOwnerUrl, ballotOwnerUrl] = [cluster.urlOf('main'), cluster.urlOf('ballots')];
  return {
    mainOwnerUrl,
    ballotOwnerUrl,
    mainUrl: (role) => urlForRole(mainOwnerUrl, role, PASSWORDS[role]),
    ballotUrl: (role) => urlForRole(ballotOwnerUrl, role, PASSWORDS[role]),
    stop: () => cluster.stop(),
  };
}

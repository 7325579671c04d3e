import { DomainError } from '#survey-model';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { BallotBoxRepository } from './ballot-box.repository.js';
import { SurveyBoxEntity } from './survey-box.entity.js';

/** Connection to the anonymous side under whatever role the URL names. Never logs: a query's parameters are somebody's answers. */
export function ballotDataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    schema: 'ballot',
    entities: [SurveyBoxEntity],
    synchronize: false,
    logging: false,
    extra: { max: 10, connectionTimeoutMillis: 20_000, statement_timeout: 30_000, application_name: 'nobinobi' },
  };
}

/**
 * A ballot box with a connection pool of its own. Call `close` when done.
 * @throws DomainError "ballot-database-refused"
 */
export async function openBallotBox(url: string): Promise<BallotBoxRepository> {
  try {
    return new BallotBoxRepository(await new DataSource(ballotDataSourceOptions(url)).initialize());
  } catch (error) {
    const where = URL.canParse(url) ? new URL(url).host : '?';
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError(
      'unavailable',
      'ballot-database-refused',
      `受付箱のデータベース(${where})に接続できません: ${reason}。COLLECTOR_DATABASE_URL とデータベースの起動を確かめてください。`,
      `Cannot connect to the ballot box's database (${where}): ${reason}. Check COLLECTOR_DATABASE_URL and that the server runs.`,
    );
  }
}

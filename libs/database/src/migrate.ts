import { DomainError } from '#survey-model';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/**
 * Brings one database to the newest state, as its owner.
 * @returns the names of the migrations that ran now
 * @throws DomainError "data-too-new" when the data was written by a newer version of the product: going on could harm it.
 */
export async function migrate(url: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const options: DataSourceOptions = {
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'nobinobi_migration',
    synchronize: false,
    extra: { connectionTimeoutMillis: 20_000 },
  };
  const dataSource = await new DataSource(options).initialize();
  try {
    await refuseNewerData(dataSource, migrations);
    const ran = await dataSource.runMigrations({ transaction: 'all' });
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

async function refuseNewerData(dataSource: DataSource, migrations: readonly MigrationClass[]): Promise<void> {
  const [table] = await dataSource.query<{ found: string | null }[]>(
    `SELECT to_regclass('nobinobi_migration')::text AS found`,
  );
  if (!table?.found) return;
  const known = new Set(migrations.map((migration) => migration.name));
  const applied = await dataSource.query<{ name: string }[]>('SELECT name FROM nobinobi_migration');
  const unknown = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length === 0) return;
  throw new DomainError(
    'conflict',
    'data-too-new',
    `このデータは新しい版ののびのびで作られています(${unknown.join(', ')})。新しい版で起動するか、古いバックアップに戻してください。`,
    `This data was written by a newer version of Nobinobi (${unknown.join(', ')}). Start that version, or restore an older backup.`,
  );
}

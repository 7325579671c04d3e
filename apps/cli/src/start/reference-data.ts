import { readFile } from 'node:fs/promises';
import { INSTALLATION } from '#database';
import type { Position, Programme } from '#survey-model';
import pg from 'pg';
import { dataFile } from '../installation.js';

/**
 * Puts the shipped positions and training plan into an installation that has none. A city that has its own keeps them: only empty
 * tables are filled.
 */
export async function seedReferenceData(ownerUrl: string): Promise<void> {
  const positions = await load<Position[]>('positions.json');
  const programmes = await load<Programme[]>('training-plans/dx-plan.json');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    if (await isEmpty(client, 'identity.position')) {
      for (const [sort, { key, name, grades, titles }] of positions.entries()) {
        await client.query('INSERT INTO identity.position VALUES ($1, $2, $3, $4, $5)', [
          key,
          name,
          grades,
          titles,
          sort,
        ]);
      }
    }
    if (await isEmpty(client, 'training.programme')) {
      for (const [sort, programme] of programmes.entries()) await insertProgramme(client, programme, sort);
      await client.query(
        `INSERT INTO training.plan_version (version, saved_at, saved_by, programmes) VALUES (0, now(), $1, $2)`,
        [INSTALLATION, JSON.stringify(programmes)],
      );
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function insertProgramme(client: pg.Client, programme: Programme, sort: number): Promise<void> {
  const { key, name, counting, methods, years, audiences, completion } = programme;
  await client.query(
    `INSERT INTO training.programme (key, name, counting, methods, sort, audiences, completion) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[key, name, counting, JSON.stringify(methods), sort],
      ...[JSON.stringify(audiences), JSON.stringify(completion)],
    ],
  );
  for (const { fiscalYear, target } of years) {
    await client.query('INSERT INTO training.plan_year VALUES ($1, $2, $3)', [key, fiscalYear, target]);
  }
}

async function isEmpty(client: pg.Client, table: 'identity.position' | 'training.programme'): Promise<boolean> {
  const found = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
  return found.rowCount === 0;
}

async function load<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(dataFile(name), 'utf8')) as T;
}

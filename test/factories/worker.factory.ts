import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import {
  FileUploadRepository,
  ImportFileRepository,
  JobRepository,
  mainDataSourceOptions,
  type ColumnMapping,
  type FileImportEntity,
  type ImportKind,
} from '#database';
import { openBallotBox, type BallotBoxRepository } from '#database/ballot';
import type { ImportReport } from '#contract';
import { DataSource } from 'typeorm';
import { createOfficeWorker, createTallyWorker } from '../../apps/worker/src/create-worker.js';
import type { TestDatabases } from './databases.factory.js';
import { requestJob, SILENT, waitForJob } from './worker-queue.factory.js';

/** What a key file gives. */
const TALLY_SEEDS = { sealingSeed: randomBytes(32), signingSeed: randomBytes(32), heldKeyKey: randomBytes(32) };

export interface TestWorkers {
  /** The main database as its owner. */
  readonly main: DataSource;
  readonly jobs: JobRepository;
  /** The box as the collector's role sees it, and as the tally's. */
  readonly collectorBox: BallotBoxRepository;
  readonly tallyBox: BallotBoxRepository;
  /** Base addresses of the two processes' health pages. */
  readonly tallyUrl: string;
  readonly officeUrl: string;
  stop(): Promise<void>;
}

/** Both worker processes with their own credentials, in this process. Their clock stands still. */
export async function startWorkers(
  databases: TestDatabases,
  redisUrl: string,
  now = new Date('2026-11-10T00:00:00Z'),
): Promise<TestWorkers> {
  const main = await new DataSource(mainDataSourceOptions(databases.mainOwnerUrl)).initialize();
  const service = { host: '127.0.0.1', port: 0, clock: () => now, redisUrl };
  const ballotDatabaseUrl = databases.ballotUrl('nobinobi_tally');
  const apps = await Promise.all([
    createTallyWorker(
      { ...service, ...TALLY_SEEDS, databaseUrl: databases.mainUrl('nobinobi_tally'), ballotDatabaseUrl },
      SILENT,
    ),
    createOfficeWorker(
      {
        ...service,
        publicUrl: 'http://localhost:8080',
        mail: null,
        databaseUrl: databases.mainUrl('nobinobi_office'),
      },
      SILENT,
    ),
  ]);
  const urls: string[] = [];
  for (const app of apps) {
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    urls.push(`http://127.0.0.1:${port}`);
  }
  const collectorBox = await openBallotBox(databases.ballotUrl('nobinobi_collector'));
  const tallyBox = await openBallotBox(ballotDatabaseUrl);
  return {
    main,
    jobs: new JobRepository(main),
    collectorBox,
    tallyBox,
    tallyUrl: urls[0] ?? '',
    officeUrl: urls[1] ?? '',
    stop: async () => {
      await Promise.all(apps.map((app) => app.close()));
      await collectorBox.close();
      await tallyBox.close();
      await main.destroy();
    },
  };
}

export type CheckedUpload = Pick<FileImportEntity<ImportReport>, 'id' | 'state' | 'report' | 'mapping'>;

/** Uploads a file as the api does and waits for the dry run. */
export async function uploadAndCheck(
  { main, jobs }: TestWorkers,
  kind: ImportKind,
  file: Buffer,
  mapping: ColumnMapping | null = null,
): Promise<CheckedUpload> {
  const upload = { kind, fileName: `${kind}.csv`, file, mapping, requestedBy: 'hr', requestedAt: new Date() };
  const importId = await new FileUploadRepository(main).insert(main.manager, upload);
  await waitForJob(jobs, await requestJob(main, 'import.check', { importId }));
  return readUpload(main, importId);
}

/** Applies a checked file, waits, and fails the test when the job did not succeed. */
export async function applyUpload(workers: TestWorkers, importId: string, acceptValid = false): Promise<void> {
  const { main, jobs } = workers;
  await new FileUploadRepository(main).saveAcceptValid(main.manager, importId, acceptValid);
  const job = await waitForJob(jobs, await requestJob(main, 'import.apply', { importId }));
  if (job.state !== 'done') throw new Error(`import.apply: ${job.failure?.en}`);
}

export async function readUpload(
  main: DataSource,
  importId: string,
): Promise<CheckedUpload & { readonly file: Buffer | null }> {
  const upload = await new ImportFileRepository(main).find(importId);
  if (!upload) throw new Error(`no import ${importId}`);
  return { ...upload, report: upload.report as ImportReport | null };
}

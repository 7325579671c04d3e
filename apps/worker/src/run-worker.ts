import type { INestApplication } from '@nestjs/common';
import type { ServiceConfig } from '#config';
import { DomainError } from '#survey-model';
import { loggable } from './queue/job-failure.js';

/** Runs a worker until SIGINT or SIGTERM; work in hand that does not end in time is begun again by the next process. */
export async function runWorker<Config extends ServiceConfig>(
  readConfig: () => Config,
  create: (config: Config) => Promise<INestApplication>,
): Promise<void> {
  try {
    const config = readConfig();
    const worker = await create(config);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void worker.close().finally(() => process.exit(0)));
    }
    await worker.listen(config.port, config.host);
  } catch (error) {
    process.stderr.write(`${error instanceof DomainError ? `${error.ja}\n${error.en}` : explain(error)}\n`);
    process.exit(1);
  }
}

/** Without the message: that of a database error may quote the connection's address with its password, or data. */
function explain(error: unknown): string {
  return `起動できませんでした。データベースとキューの設定を確かめてください。 / The worker did not start; check its settings.\n${JSON.stringify(loggable(error))}`;
}

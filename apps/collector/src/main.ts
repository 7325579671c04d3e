import { readCollectorConfig } from '#config';
import { DomainError } from '#survey-model';
import { createCollector } from './create-collector.js';

/** Boots the collector from the environment and stops it cleanly on SIGINT and SIGTERM. Says nothing unless it fails. */
async function main(): Promise<void> {
  const config = readCollectorConfig();
  const collector = await createCollector(config);
  collector.enableShutdownHooks();
  await collector.listen(config.port, config.host);
}

main().catch((error: unknown) => {
  const reason = error instanceof DomainError ? `${error.ja}\n${error.en}` : String(error);
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
});

import { readCollectorConfig } from '#config';
import { DomainError } from '#survey-model';
import { createCollector } from './create-collector.js';

/** Boots the collector from the environment and stops it cleanly on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const config = readCollectorConfig();
  const collector = await createCollector(config);
  collector.enableShutdownHooks();
  await collector.listen(config.port, config.host);
  console.log(`collector: ${await collector.getUrl()}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof DomainError ? `${error.ja}\n${error.en}` : error);
  process.exitCode = 1;
});

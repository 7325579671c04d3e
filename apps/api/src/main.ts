import { readApiConfig } from '#config';
import { DomainError } from '#survey-model';
import { createApi } from './create-api.js';
import { apiLog } from './log/api-log.js';

/** Boots the api from the environment and stops it cleanly on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const config = readApiConfig();
  const log = apiLog();
  const api = await createApi(config, log);
  api.enableShutdownHooks();
  await api.listen(config.port, config.host);
  log.info({ url: await api.getUrl() }, 'listening');
}

main().catch((error: unknown) => {
  const text =
    error instanceof DomainError ? `${error.ja}\n${error.en}` : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  // Open connections would keep a failed start alive.
  process.exit(1);
});

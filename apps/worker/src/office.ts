import { readOfficeConfig } from '#config';
import { createOfficeWorker } from './create-worker.js';
import { runWorker } from './run-worker.js';

await runWorker(readOfficeConfig, (config) => createOfficeWorker(config));

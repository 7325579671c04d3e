import { readTallyConfig } from '#config';
import { createTallyWorker } from './create-worker.js';
import { runWorker } from './run-worker.js';

await runWorker(readTallyConfig, (config) => createTallyWorker(config));

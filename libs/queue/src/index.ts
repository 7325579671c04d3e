export * from './job-definitions.js';
export * from './new-job.js';
export * from './queue-constants.js';
export * from './read-payload.js';

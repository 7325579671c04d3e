export * from './ballot.js';
export * from './job.js';
export * from './people.js';
export * from './problem.js';
export * from './result.js';
export * from './session.js';
export * from './survey.js';
export * from './training.js';

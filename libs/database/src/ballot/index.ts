/** The anonymous side's database, and all that the collector may import of `#database`. */
export type * from './ballot-box.js';
export * from './ballot-box.repository.js';
export * from './ballot-data-source.js';
export * from './survey-box.entity.js';

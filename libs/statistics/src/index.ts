export * from './comparisons/benjamini-hochberg.js';
export * from './comparisons/mann-whitney.js';
export * from './comparisons/welch.js';
export * from './intervals/e-nps.js';
export * from './intervals/mean-interval.js';
export * from './intervals/share-interval.js';
export { sampleOfCounts, sampleOfValues, type Sample } from './sample.js';

export type { TallyAttribute } from './attribute-tree.js';
export * from './favourable.js';
export * from './mean.js';
export { TallyBook, type CountedAnswers } from './tally-book.js';

import type { Results } from '../../api-client/types.js';
import type { ResultCells } from './view/result-cells.js';

/** What every view of a release gets. */
export interface ResultScope {
  readonly results: Results;
  readonly cells: ResultCells;
}

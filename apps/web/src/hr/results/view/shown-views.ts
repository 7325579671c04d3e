import type { Results } from '../../../api-client/types.js';
import type { ResultCells } from './result-cells.js';
import { RESULT_VIEWS, type ResultView } from './results-address.js';

/** The views that there is something to see in. */
export function shownViews(
  { waves, whole }: Pick<Results, 'waves' | 'whole'>,
  cells: Pick<ResultCells, 'whole'>,
): ResultView[] {
  const empty: Partial<Record<ResultView, boolean>> = {
    choices: (cells.whole?.choices.length ?? 0) === 0,
    trend: waves.length === 0,
    analysis: whole === null,
  };
  return RESULT_VIEWS.filter((view) => !empty[view]);
}

import type { CellScore, Results } from '../../../api-client/types.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { DifferenceMark } from '../figures/difference-mark.js';
import { MeanFigure } from '../figures/mean-figure.js';
import { SuppressedMark } from '../suppressed-mark.js';
import { oldestFirst } from '../view/trend-rows.js';
import { EarlierMark } from './earlier-mark.js';

interface TrendGroupCellsProps {
  readonly results: Results;
  readonly cell: CellScore | null;
}

/** The overall score of one group in every survey. The columns are those of `TrendHead`. */
export function TrendGroupCells({ results, cell }: TrendGroupCellsProps) {
  const messages = useMessages(resultMessages);
  if (cell === null) {
    return (
      <td colSpan={results.waves.length + 2} className="muted">
        {messages.nobody}
      </td>
    );
  }
  const earlier = oldestFirst(results.waves.map((_, at) => cell.earlier[at]));
  return (
    <>
      {earlier.map((each, at) => (
        <td key={at} className={each?.status === 'hidden' ? 'number hatched' : 'number'}>
          <EarlierMark earlier={each} />
        </td>
      ))}
      {cell.status === 'published' ? (
        <td className="number">
          <MeanFigure mean={cell.overall} strong />
        </td>
      ) : (
        <td className="number hatched">
          <SuppressedMark reason={cell.status} minGroup={results.minGroup} />
        </td>
      )}
      <td className="number">
        <DifferenceMark difference={cell.overallNotes.previous} against="previous" />
      </td>
    </>
  );
}

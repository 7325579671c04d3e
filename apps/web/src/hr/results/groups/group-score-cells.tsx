import type { CellScore, Results } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { DifferenceMark } from '../figures/difference-mark.js';
import { MeanFigure } from '../figures/mean-figure.js';
import { SuppressedMark } from '../suppressed-mark.js';

interface GroupScoreCellsProps {
  readonly cell: CellScore | null;
  readonly results: Results;
}

/** The figures of one group, or why they are not shown. The columns are those of `GroupTableHead`. */
export function GroupScoreCells({ cell, results }: GroupScoreCellsProps) {
  const messages = useMessages(resultMessages);
  const { categories } = results.questionnaire.scoring;
  const changes = results.waves.length > 0;
  const width = (changes ? 5 : 4) + categories.length;
  if (cell === null) {
    return (
      <td colSpan={width} className="muted">
        {messages.nobody}
      </td>
    );
  }
  if (cell.status !== 'published') {
    return (
      <td colSpan={width} className="hatched">
        <SuppressedMark reason={cell.status} minGroup={results.minGroup} />
      </td>
    );
  }
  const { overallNotes: notes } = cell;
  return (
    <>
      <td className="number">{cell.n === null ? '—' : formatCount(cell.n)}</td>
      <td className="number">
        <MeanFigure mean={cell.overall} interval={notes.interval} estimate={notes.estimate} strong />
      </td>
      <td>
        <BandBadge band={cell.band} />
      </td>
      <td className="number">
        <DifferenceMark difference={notes.rest} against="rest" />
      </td>
      {changes && (
        <td className="number">
          <DifferenceMark difference={notes.previous} against="previous" />
        </td>
      )}
      {categories.map(({ key }) => {
        const score = cell.categories.find((one) => one.category === key);
        return (
          <td key={key} className="number">
            <MeanFigure mean={score?.mean} interval={score?.interval} />
          </td>
        );
      })}
    </>
  );
}

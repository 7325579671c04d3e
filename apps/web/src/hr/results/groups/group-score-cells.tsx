import type { Questionnaire } from '#survey-model';
import type { CellScore } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { ScoreText } from '../score-text.js';
import { SuppressedMark } from '../suppressed-mark.js';

interface GroupScoreCellsProps {
  readonly cell: CellScore | null;
  readonly questionnaire: Questionnaire;
  readonly minGroup: number;
}

/** The figures of one group, or why they are not shown. */
export function GroupScoreCells({ cell, questionnaire, minGroup }: GroupScoreCellsProps) {
  const messages = useMessages(resultMessages);
  const { categories } = questionnaire.scoring;
  const width = 3 + categories.length;
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
        <SuppressedMark reason={cell.status} minGroup={minGroup} />
      </td>
    );
  }
  return (
    <>
      <td className="number">{cell.n === null ? '—' : formatCount(cell.n)}</td>
      <td className="number">
        <strong>
          <ScoreText mean={cell.overall} />
        </strong>
      </td>
      <td>
        <BandBadge band={cell.band} />
      </td>
      {categories.map(({ key }) => (
        <td key={key} className="number">
          <ScoreText mean={cell.categories.find((one) => one.category === key)?.mean} />
        </td>
      ))}
    </>
  );
}

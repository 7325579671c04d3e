import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { FigureNotes } from '../figures/figure-notes.js';

/** The words that stand in place of earlier figures, and what ▲▼ mean. */
export function TrendNotes({ detailMinGroup }: { readonly detailMinGroup: number }) {
  const { trend } = useMessages(statisticsMessages);
  return (
    <>
      <p className="figure-notes">{trend.note}</p>
      <FigureNotes detailMinGroup={detailMinGroup} intervals={false} />
    </>
  );
}

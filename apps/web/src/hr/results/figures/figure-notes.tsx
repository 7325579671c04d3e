import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { MethodsLink } from '../methods/methods-link.js';

interface FigureNotesProps {
  readonly detailMinGroup: number;
  readonly intervals?: boolean;
  readonly differences?: boolean;
  readonly estimates?: boolean;
}

/** What the small print of a table means; stands under the table. */
export function FigureNotes({ detailMinGroup, ...shown }: FigureNotesProps) {
  const { intervals = true, differences = true, estimates = false } = shown;
  const messages = useMessages(statisticsMessages);
  return (
    <ul className="figure-notes">
      {intervals && <li>{messages.intervalNote}</li>}
      {differences && <li>{messages.differenceNote(detailMinGroup)}</li>}
      {estimates && <li>{messages.estimateNote}</li>}
      <li>
        <MethodsLink />
      </li>
    </ul>
  );
}

import type { GroupProgress } from '../../../api-client/training.js';
import { EmptyState } from '../../../components/empty-state.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';

interface GroupTableProps {
  readonly caption: string;
  readonly heading: string;
  readonly groups: readonly GroupProgress[];
  readonly year: string;
}

/** Eligible staff and those trained, by position or age band, with their share as bar and figure. */
export function GroupTable({ caption, heading, groups, year }: GroupTableProps) {
  const messages = useMessages(trainingMessages);
  if (groups.length === 0) return <EmptyState title={messages.notComputed} />;
  return (
    <TableFrame caption={caption} className="figures">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {messages.groupColumns(year).map((column) => (
            <th key={column} scope="col" className="number">
              {column}
            </th>
          ))}
          <td className="board__bar-head" />
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, label, headcount, thisYear, active }) => (
          <tr key={key}>
            <th scope="row">{label || messages.unknownGroup}</th>
            <td className="number">{formatCount(headcount)}</td>
            <td className="number">{formatCount(thisYear)}</td>
            <td className="number">{formatCount(active)}</td>
            <td className="number">{shareText(active, headcount)}</td>
            <td className="board__bar">
              <span className="bar" aria-hidden="true">
                <span className="bar__fill" style={{ width: `${headcount > 0 ? (100 * active) / headcount : 0}%` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

const shareText = (part: number, whole: number): string => (whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : '—');

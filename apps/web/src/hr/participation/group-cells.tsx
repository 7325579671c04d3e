import type { ParticipationGroup } from '../../api-client/types.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';

export function GroupCells({ group }: { readonly group: ParticipationGroup }) {
  const messages = useMessages(participationMessages);
  const { done, rate } = group;
  return (
    <>
      <td className="number">{formatCount(group.invited)}</td>
      {done === null || rate === null ? (
        <td colSpan={3} className="board__hidden">
          {messages.hidden}
        </td>
      ) : (
        <>
          <td className="number">{formatCount(done)}</td>
          <td className="number">{rate}%</td>
          <td className="board__bar">
            <span className="bar" aria-hidden="true">
              <span className="bar__fill" style={{ width: `${Math.min(100, Number(rate))}%` }} />
            </span>
          </td>
        </>
      )}
    </>
  );
}

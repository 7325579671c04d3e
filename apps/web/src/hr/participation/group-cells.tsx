import type { ParticipationGroup } from '../../api-client/types.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';

export function GroupCells({ group }: { readonly group: ParticipationGroup }) {
  const messages = useMessages(participationMessages);
  const hidden = group.done === null || group.rate === null;
  return (
    <>
      <td className="number">{formatCount(group.invited)}</td>
      {hidden ? (
        <td colSpan={3} className="board__hidden">
          {messages.hidden}
        </td>
      ) : (
        <>
          <td className="number">{formatCount(group.done)}</td>
          <td className="number">{group.rate}%</td>
          <td className="board__bar">
            <span className="bar" aria-hidden="true">
              <span className="bar__fill" style={{ width: `${Math.min(100, Number(group.rate))}%` }} />
            </span>
          </td>
        </>
      )}
    </>
  );
}

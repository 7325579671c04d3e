import type { ParticipationGroup } from '../../api-client/types.js';
import { Card } from '../../components/card.js';
import { TableFrame } from '../../components/table-frame.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';
import { GroupCells } from './group-cells.js';
import { GroupHead } from './group-head.js';

interface PositionBoardProps {
  readonly groups: readonly ParticipationGroup[];
  readonly minGroup: number;
}

export function PositionBoard({ groups, minGroup }: PositionBoardProps) {
  const messages = useMessages(participationMessages);
  return (
    <Card title={messages.byPosition}>
      <TableFrame caption={messages.caption(messages.byPosition, minGroup)}>
        <GroupHead first={messages.position} />
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.label}</th>
              <GroupCells group={group} />
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </Card>
  );
}

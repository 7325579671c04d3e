import type { ParticipationGroup } from '../../api-client/types.js';
import { Card } from '../../components/card.js';
import { TableFrame } from '../../components/table-frame.js';
import { ExpandAllButton } from '../../components/tree/expand-all-button.js';
import { TreeCell } from '../../components/tree/tree-cell.js';
import { visibleRows } from '../../components/tree/tree-rows.js';
import { useExpanded } from '../../components/tree/use-expanded.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';
import { GroupCells } from './group-cells.js';
import { GroupHead } from './group-head.js';

interface BoardProps {
  readonly groups: readonly ParticipationGroup[];
  readonly minGroup: number;
}

export function DepartmentBoard({ groups, minGroup }: BoardProps) {
  const messages = useMessages(participationMessages);
  const expanded = useExpanded(groups);
  return (
    <Card title={messages.byDepartment} actions={<ExpandAllButton expanded={expanded} />}>
      <TableFrame caption={messages.caption(messages.byDepartment, minGroup)}>
        <GroupHead first={messages.department} />
        <tbody>
          {visibleRows(groups, expanded.keys).map((row) => (
            <tr key={row.node.key}>
              <TreeCell row={row} label={row.node.label} onToggle={expanded.toggle} />
              <GroupCells group={row.node} />
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </Card>
  );
}

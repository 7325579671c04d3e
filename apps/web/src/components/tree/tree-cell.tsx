import type { ReactNode } from 'react';
import { useMessages } from '../../language/language.js';
import { shellMessages } from '../../messages/shell.js';
import { TreeToggle } from './tree-toggle.js';
import type { TreeNode, TreeRow } from './tree-rows.js';

interface TreeCellProps {
  readonly row: TreeRow<TreeNode>;
  readonly label: string;
  readonly onToggle: (key: string) => void;
  /** What stands for the row, when it is more than its label: a link. Nothing: the label. */
  readonly children?: ReactNode;
}

/** Row header of a tree table: indented, with a button to open the row where there is something under it. */
export function TreeCell({ row, label, onToggle, children }: TreeCellProps) {
  const messages = useMessages(shellMessages);
  return (
    <th scope="row">
      <div className="tree-cell" data-depth={Math.min(row.depth, 4)}>
        {row.hasChildren ? (
          <TreeToggle
            expanded={row.expanded}
            label={messages.breakdownOf(label)}
            onToggle={() => onToggle(row.node.key)}
          />
        ) : (
          <span className="tree-cell__leaf" aria-hidden="true" />
        )}
        <span>{children || label}</span>
      </div>
    </th>
  );
}

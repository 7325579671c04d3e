export interface TreeNode {
  readonly key: string;
  readonly parentKey: string | null;
}

export interface TreeRow<N extends TreeNode> {
  readonly node: N;
  /** 0 at the top. */
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly expanded: boolean;
}

/**
 * The rows of a tree table that are to be seen: each node under its parent, in the order given, closed nodes without what is under
 * them. A node whose parent is not in the list stands at the top. Nodes that only lead to one another in a circle are left out.
 */
export function visibleRows<N extends TreeNode>(nodes: readonly N[], expanded: ReadonlySet<string>): TreeRow<N>[] {
  const children = childrenByParent(nodes);
  const rows: TreeRow<N>[] = [];
  const add = (node: N, depth: number): void => {
    const below = children.get(node.key) ?? [];
    const open = expanded.has(node.key);
    rows.push({ node, depth, hasChildren: below.length > 0, expanded: open });
    if (open) below.forEach((child) => add(child, depth + 1));
  };
  children.get(null)?.forEach((node) => add(node, 0));
  return rows;
}

/** Keys of all nodes that have something under them. */
export function parentKeys(nodes: readonly TreeNode[]): Set<string> {
  const keys = new Set(nodes.map((node) => node.key));
  return new Set(nodes.flatMap(({ parentKey }) => (parentKey !== null && keys.has(parentKey) ? [parentKey] : [])));
}

/** The node and everything under it, in the order of the tree. */
export function subtree<N extends TreeNode>(nodes: readonly N[], root: string): N[] {
  const children = childrenByParent(nodes);
  const collect = (node: N): N[] => [node, ...(children.get(node.key) ?? []).flatMap(collect)];
  return nodes.filter((node) => node.key === root).flatMap(collect);
}

function childrenByParent<N extends TreeNode>(nodes: readonly N[]): Map<string | null, N[]> {
  const keys = new Set(nodes.map((node) => node.key));
  const children = new Map<string | null, N[]>();
  for (const node of nodes) {
    const parent = node.parentKey !== null && keys.has(node.parentKey) ? node.parentKey : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  return children;
}

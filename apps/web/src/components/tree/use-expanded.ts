import { useState } from 'react';
import { parentKeys, type TreeNode } from './tree-rows.js';

export interface Expanded {
  readonly keys: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly allOpen: boolean;
  readonly toggleAll: () => void;
}

/** Which rows of a tree table are open. */
export function useExpanded(nodes: readonly TreeNode[]): Expanded {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const parents = parentKeys(nodes);
  const allOpen = parents.size > 0 && [...parents].every((key) => keys.has(key));
  const toggle = (key: string): void => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    setKeys(next);
  };
  return { keys, toggle, allOpen, toggleAll: () => setKeys(allOpen ? new Set() : parents) };
}

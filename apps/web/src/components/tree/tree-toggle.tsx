interface TreeToggleProps {
  readonly expanded: boolean;
  readonly label: string;
  readonly onToggle: () => void;
}

/** Opens and closes one row of a tree table. `label` names the row, for example 「総務部の内訳」. */
export function TreeToggle({ expanded, label, onToggle }: TreeToggleProps) {
  return (
    <button type="button" className="tree-toggle" aria-expanded={expanded} aria-label={label} onClick={onToggle}>
      <span aria-hidden="true">{expanded ? '▾' : '▸'}</span>
    </button>
  );
}

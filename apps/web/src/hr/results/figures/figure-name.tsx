interface FigureNameProps {
  readonly name: string;
  /** Of an item; null for categories and the overall score. */
  readonly number: number | null;
}

/** The row header of an item with its number, or of a category. */
export function FigureName({ name, number }: FigureNameProps) {
  if (number === null) return <>{name}</>;
  return (
    <span className="item-label">
      <span className="item-label__number">{number}</span>
      <span>{name}</span>
    </span>
  );
}

const ROW_CLASS = { overall: 'table__whole', category: 'table__group', item: undefined } as const;

export function figureRowClass(kind: keyof typeof ROW_CLASS): string | undefined {
  return ROW_CLASS[kind];
}

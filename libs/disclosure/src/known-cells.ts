import type { CellFamily } from '#survey-model';

interface ShownCells {
  readonly cells: readonly (readonly number[])[];
  readonly families: readonly CellFamily[];
  readonly published: ReadonlySet<number>;
}

/** What follows from published cells by adding and subtracting along the families. */
export class KnownCells {
  /** Published cells, those that add up from others, and those that are all that others leave of a known one. */
  readonly cells: Set<number>;
  private readonly familiesOf = new Map<number, CellFamily[]>();
  /** Cell -> what is left of it when everything known under it is taken away. */
  private readonly left = new Map<number, readonly number[]>();

  constructor(private readonly given: ShownCells) {
    this.cells = new Set(given.published);
    for (const family of given.families) {
      const known = this.familiesOf.get(family.parent);
      if (known) known.push(family);
      else this.familiesOf.set(family.parent, [family]);
    }
    for (let before = -1; before !== this.cells.size;) {
      before = this.cells.size;
      for (const family of given.families) this.infer(family);
    }
  }

  /** What is left of a parent when everything known under it, along this family and from there along any other, is taken away. */
  restOf({ parent, children }: CellFamily): readonly number[] {
    const inChildren = new Set(children.flatMap((child) => this.given.cells[child] ?? []));
    const outside = (this.given.cells[parent] ?? []).filter((at) => !inChildren.has(at));
    return [...outside, ...children.flatMap((child) => this.leftOf(child))];
  }

  private leftOf(cell: number): readonly number[] {
    if (this.cells.has(cell)) return [];
    const known = this.left.get(cell);
    if (known) return known;
    let least = this.given.cells[cell] ?? [];
    for (const family of this.familiesOf.get(cell) ?? []) {
      const rest = this.restOf(family);
      if (rest.length < least.length) least = rest;
    }
    this.left.set(cell, least);
    return least;
  }

  /** A family is one equation: with a single unknown cell in it, that cell is known. */
  private infer({ parent, children }: CellFamily): void {
    const unknown = children.filter((child) => !this.cells.has(child) && this.given.cells[child]?.length);
    const isKnown = this.cells.has(parent);
    if (unknown.length !== (isKnown ? 1 : 0)) return;
    const whole = new Set(children.flatMap((child) => this.given.cells[child] ?? [])).size;
    if (whole === (this.given.cells[parent] ?? []).length) this.cells.add(unknown[0] ?? parent);
  }
}

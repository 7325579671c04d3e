import type { Position } from '#survey-model';

/** Finds a position by whatever a roster calls it. */
export class PositionIndex {
  private readonly byName = new Map<string, string | null>();
  private readonly byGrade = new Map<number, string | null>();

  /** Names that two positions share, such as a grade listed twice, find neither. */
  constructor(private readonly positions: readonly Position[]) {
    for (const { key, name, grades, titles } of positions) {
      // 「主幹級・主査級」 is also called 主幹級 or 主査級, 「再任用職員」 also 再任用.
      const names = [key, name, ...name.split('・'), name.replace(/職員$/, ''), ...titles];
      for (const each of new Set(names.map(nameKey))) add(this.byName, each, key);
      for (const grade of new Set(grades)) add(this.byGrade, grade, key);
    }
  }

  /** By key (manager), name (課長級), title (課長) or grade (6, 6級). Null when unknown. */
  find(text: string): string | null {
    const name = nameKey(text);
    const grade = /^\d{1,2}級?$/.test(name) ? readGrade(name) : null;
    return this.byName.get(name) ?? (grade === null ? null : this.ofGrade(grade));
  }

  ofGrade(grade: number): string | null {
    return this.byGrade.get(grade) ?? null;
  }

  /** Names for messages. */
  get names(): string {
    return this.positions.map(({ name }) => name).join('、');
  }
}

/** 6 for "6", "６級", "行政職6級", "6級25号給". Null for anything else. */
export function readGrade(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = /^(\d{1,2})$/.exec(plain) ?? /^\D*(\d{1,2})級(?:\d+号給?)?$/.exec(plain);
  const grade = Number(match?.[1] ?? 0);
  return grade >= 1 && grade <= 20 ? grade : null;
}

function add<Key>(index: Map<Key, string | null>, key: Key, position: string): void {
  index.set(key, index.has(key) && index.get(key) !== position ? null : position);
}

function nameKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

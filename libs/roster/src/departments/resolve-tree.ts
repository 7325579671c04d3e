import type { DepartmentRecord } from '#survey-model';
import { pathKey } from './department-path.js';
import type { NotedDepartment } from './noted-department.js';

export interface TreeProblem {
  readonly line: number;
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

export interface ResolvedTree {
  /** Parents before their children, otherwise in the order of the file. Departments with a problem above them are left out. */
  readonly departments: readonly DepartmentRecord[];
  readonly problems: readonly TreeProblem[];
}

/** Deeper than any organisation; chains of thousands would only come from a damaged file. */
const MAX_LEVELS = 20;

/**
 * Finds the parent of every department: the one it names, else the department of the path above it; where no line has that path, a
 * department with a generated code is added for it.
 */
export function resolveTree(
  noted: ReadonlyMap<string, NotedDepartment>,
  generatedCode: (names: readonly string[]) => string,
): ResolvedTree {
  const tree = new TreeUnderWork(noted, generatedCode);
  for (const department of tree.queue) tree.findParent(department);
  tree.findCyclesAndDepth();
  tree.findDuplicates();
  return { departments: tree.soundDepartments(), problems: tree.problems };
}

class TreeUnderWork {
  readonly problems: TreeProblem[] = [];
  /** Grows while it is walked: generated departments need parents too. */
  readonly queue: NotedDepartment[];
  private readonly all: Map<string, NotedDepartment>;
  private readonly parents = new Map<string, string | null>();
  private readonly codesByPath = new Map<string, string[]>();
  private readonly wrong = new Set<string>();

  constructor(
    noted: ReadonlyMap<string, NotedDepartment>,
    private readonly generatedCode: (names: readonly string[]) => string,
  ) {
    this.all = new Map(noted);
    this.queue = [...noted.values()];
    for (const department of this.queue) this.enterPath(department);
  }

  findParent(department: NotedDepartment): void {
    const { code, names, parentCode } = department;
    if (names.length === 0) {
      this.report(
        department,
        `所属コード ${code} の所属名がどの行にもありません。`,
        `No line names the department ${code}.`,
      );
    } else if (typeof parentCode === 'string' && !this.all.has(parentCode)) {
      this.report(
        department,
        `上位所属コード ${parentCode} の所属がありません。`,
        `There is no department ${parentCode}, which is named as a parent.`,
      );
    } else if (parentCode !== undefined) this.parents.set(code, parentCode);
    else if (names.length === 1) this.parents.set(code, null);
    else this.parents.set(code, this.departmentAt(department, names.slice(0, -1)));
  }

  /** Code of the department at a path, which is added when no line has it. */
  private departmentAt(below: NotedDepartment, names: readonly string[]): string | null {
    const [code, second] = this.codesByPath.get(pathKey(names)) ?? [];
    if (code !== undefined && second !== undefined) {
      const path = names.join('/');
      this.report(
        below,
        `上位の「${path}」に二つの所属コード ${code} と ${second} があり、どちらか決められません。`,
        `"${path}" above has two codes, ${code} and ${second}.`,
      );
      return null;
    }
    if (code !== undefined) return code;
    const added: NotedDepartment = { code: this.generatedCode(names), line: below.line, names, parentCode: undefined };
    this.all.set(added.code, added);
    this.enterPath(added);
    this.queue.push(added);
    return added.code;
  }

  findCyclesAndDepth(): void {
    const depths = new Map<string, number>();
    for (const start of this.all.keys()) {
      const way: string[] = [];
      const seen = new Set<string>();
      let at: string | null | undefined = start;
      while (typeof at === 'string' && !depths.has(at) && !seen.has(at)) {
        seen.add(at);
        way.push(at);
        at = this.parents.get(at);
      }
      const looped = typeof at === 'string' && seen.has(at) ? this.all.get(at) : undefined;
      if (looped)
        this.report(
          looped,
          `所属コード ${looped.code} の上位をたどると自分に戻ります。`,
          `The parents of department ${looped.code} lead back to itself.`,
        );
      let depth = typeof at === 'string' ? (depths.get(at) ?? 0) : 0;
      for (const code of way.reverse()) {
        depth += 1;
        depths.set(code, depth);
        this.checkDepth(code, depth);
      }
    }
  }

  private checkDepth(code: string, depth: number): void {
    const department = this.all.get(code);
    if (depth <= MAX_LEVELS || !department || this.wrong.has(code)) return;
    if (depth > MAX_LEVELS + 1) this.wrong.add(code);
    else
      this.report(
        department,
        `所属コード ${code} の階層が ${MAX_LEVELS} 段を超えています。`,
        `The department ${code} is more than ${MAX_LEVELS} levels deep.`,
      );
  }

  /** Two codes for one full path. Bare names say too little to be compared: many sections have a 庶務係. */
  findDuplicates(): void {
    for (const codes of this.codesByPath.values()) {
      const [first, ...others] = codes;
      for (const code of others) {
        const department = this.all.get(code);
        if (!department || department.names.length < 2) continue;
        const path = department.names.join('/');
        this.report(
          department,
          `「${path}」に二つの所属コード ${first ?? ''} と ${code} があります。`,
          `"${path}" has two codes, ${first ?? ''} and ${code}.`,
        );
      }
    }
  }

  soundDepartments(): DepartmentRecord[] {
    const ordered = new Map<string, DepartmentRecord | null>();
    const enter = (code: string): boolean => {
      const known = ordered.get(code);
      if (known !== undefined) return known !== null;
      ordered.set(code, null);
      const department = this.all.get(code);
      const parentCode = this.parents.get(code);
      if (
        !department ||
        this.wrong.has(code) ||
        parentCode === undefined ||
        (parentCode !== null && !enter(parentCode))
      )
        return false;
      // Deleted first, so that it moves behind its parent in the order of the map.
      ordered.delete(code);
      ordered.set(code, { code, name: department.names.at(-1) ?? code, parentCode });
      return true;
    };
    for (const code of this.all.keys()) enter(code);
    return [...ordered.values()].filter((record) => record !== null);
  }

  private enterPath({ code, names }: NotedDepartment): void {
    if (names.length === 0) return;
    const path = pathKey(this.fullPath(code, new Set()));
    this.codesByPath.set(path, [...(this.codesByPath.get(path) ?? []), code]);
  }

  /** A bare name is completed by the parents that are named by code. */
  private fullPath(code: string, seen: Set<string>): readonly string[] {
    const { names = [], parentCode } = this.all.get(code) ?? {};
    if (names.length !== 1 || typeof parentCode !== 'string' || seen.has(code) || seen.size > MAX_LEVELS) return names;
    return [...this.fullPath(parentCode, seen.add(code)), ...names];
  }

  private report({ code, line }: NotedDepartment, ja: string, en: string): void {
    this.wrong.add(code);
    this.problems.push({ line, code, ja, en });
  }
}

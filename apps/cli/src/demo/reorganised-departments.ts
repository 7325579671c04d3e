import type { DepartmentSuccession } from '#survey-model';
import type { DemoDepartment } from './demo-city.js';
import { NEW_BUREAUS, reorganisationPlan } from './reorganisation-plan.js';

export interface ReorganisedDepartments {
  /** Bureau by bureau, sections and teams below them. */
  readonly departments: readonly DemoDepartment[];
  readonly successions: readonly DepartmentSuccession[];
  /** Old code -> where its staff go; several for a split section and its teams, none for a unit that is closed. */
  readonly heirs: ReadonlyMap<string, readonly DemoDepartment[]>;
}

/** The city's departments after the reorganisation, and which took over which. */
export function reorganisedDepartments(before: readonly DemoDepartment[]): ReorganisedDepartments {
  const { moves, renamed } = reorganisationPlan();
  const register = new DepartmentRegister(before);
  const heirs = new Map<string, DemoDepartment[]>();
  for (const old of before) {
    const kept = keptPath(old.path, moves, renamed);
    const after =
      kept === null ? movedPaths(old, moves).map((path) => register.enter(path)) : [register.keep(old, kept)];
    heirs.set(old.code, after);
  }
  const successions = before.flatMap(({ code }) =>
    (heirs.get(code) ?? []).filter((heir) => heir.code !== code).map((heir) => ({ oldCode: code, newCode: heir.code })),
  );
  return { departments: inOrder(register.all(), before), successions, heirs };
}

/** The path of a unit that keeps its code, or null when it or what it lies in is moved. */
function keptPath(
  path: string,
  moves: ReadonlyMap<string, readonly string[]>,
  renamed: ReadonlyMap<string, string>,
): string | null {
  const [bureau = '', section, team] = path.split('/');
  const unit = section === undefined ? bureau : `${bureau}/${section}`;
  if (moves.has(unit)) return null;
  return [renamed.get(unit) ?? unit, ...(team === undefined ? [] : [team])].join('/');
}

/** New paths of a moved unit; a team is in each section that takes over its own. */
function movedPaths({ path }: DemoDepartment, moves: ReadonlyMap<string, readonly string[]>): string[] {
  const [bureau = '', section, team] = path.split('/');
  const sections = moves.get(section === undefined ? bureau : `${bureau}/${section}`) ?? [];
  return sections.map((each) => (team === undefined ? each : `${each}/${team}`));
}

/** Gives new units codes of six digits: two each for bureau, section and team, never one that was used before. */
class DepartmentRegister {
  private readonly byPath = new Map<string, DemoDepartment>();
  private readonly used: Set<string>;

  constructor(before: readonly DemoDepartment[]) {
    this.used = new Set(before.map(({ code }) => code));
  }

  all(): DemoDepartment[] {
    return [...this.byPath.values()];
  }

  keep(old: DemoDepartment, path: string): DemoDepartment {
    return this.note({ ...old, path });
  }

  /** The unit at a path, and before it those above it. */
  enter(path: string): DemoDepartment {
    const known = this.byPath.get(path);
    if (known) return known;
    const at = path.lastIndexOf('/');
    const bureau = path.split('/')[0] ?? '';
    if (at < 0) return this.note({ code: `${digitsOf(path)}0000`, path, bureau });
    const above = this.enter(path.slice(0, at));
    return this.note({ code: this.nextCode(above.code, path.split('/').length), path, bureau });
  }

  private nextCode(above: string, level: number): string {
    const head = above.slice(0, 2 * (level - 1));
    for (let number = 1; ; number += 1) {
      const code = `${head}${String(number).padStart(2, '0')}`.padEnd(6, '0');
      if (!this.used.has(code)) return code;
    }
  }

  private note(department: DemoDepartment): DemoDepartment {
    this.used.add(department.code);
    this.byPath.set(department.path, department);
    return department;
  }
}

function digitsOf(bureau: string): string {
  const digits = NEW_BUREAUS.find(({ name }) => name === bureau)?.digits;
  if (digits === undefined) throw new RangeError(`reorganisation: ${bureau} has no code`);
  return digits;
}

/** Depth first; new bureaus behind those that the plan names. */
function inOrder(departments: readonly DemoDepartment[], before: readonly DemoDepartment[]): DemoDepartment[] {
  const bureaus = [...new Set(before.map(({ bureau }) => bureau))];
  for (const { name, after } of NEW_BUREAUS) bureaus.splice(bureaus.indexOf(after) + 1, 0, name);
  const rank = ({ bureau, code }: DemoDepartment): string =>
    `${String(bureaus.indexOf(bureau)).padStart(3, '0')} ${code}`;
  return [...departments].sort((a, b) => rank(a).localeCompare(rank(b)));
}

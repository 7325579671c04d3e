import { createHash } from 'node:crypto';
import type { DepartmentRecord } from '#survey-model';
import { nameKey, pathKey } from './department-path.js';
import type { NotedDepartment } from './noted-department.js';
import { resolveTree, type ResolvedTree } from './resolve-tree.js';

/** What one line of a file says about a department. */
export interface DepartmentClaim {
  readonly line: number;
  readonly code: string;
  /** From the top to the department itself; a single name says nothing of what lies above; none leaves the name to other lines. */
  readonly names: readonly string[];
  /** null: on the top level. undefined: not said. */
  readonly parentCode: string | null | undefined;
}

export interface Problem {
  readonly ja: string;
  readonly en: string;
}

/** Gathers departments from the lines of a file, in any order, and makes a tree of them at the end. */
export class DepartmentTree {
  private readonly noted = new Map<string, NotedDepartment>();

  /** @param given departments that are known from elsewhere, such as a sheet of their own; their names and parents stand. */
  constructor(given: readonly DepartmentRecord[] = []) {
    for (const { code, name, parentCode } of given) this.noted.set(code, { code, line: 0, names: [name], parentCode });
  }

  /** Takes in what a line says; returns what contradicts earlier lines. */
  note({ line, code, names, parentCode }: DepartmentClaim): Problem | null {
    const known = this.noted.get(code);
    if (!known) {
      this.noted.set(code, { code, line, names, parentCode });
      return null;
    }
    if (!agree(known.names, names)) return namedTwice(known, names);
    if (parentCode !== undefined && known.parentCode !== undefined && known.parentCode !== parentCode) {
      return placedTwice(known, parentCode);
    }
    if (names.length > known.names.length) known.names = names;
    known.parentCode ??= parentCode;
    return null;
  }

  finish(): ResolvedTree {
    return resolveTree(this.noted, generatedCode);
  }
}

/** The same names, or one of them the end of the other: a bare 「人事課」 is no contradiction to 「総務部/人事課」. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  const tail = (names: readonly string[]): string => (length === 0 ? '' : pathKey(names.slice(-length)));
  return tail(a) === tail(b);
}

function namedTwice(known: NotedDepartment, names: readonly string[]): Problem {
  const [first, second] = [known.names.join('/'), names.join('/')];
  const where =
    known.line === 0
      ? ['組織の一覧では', 'in the list of departments']
      : [`${known.line} 行目では`, `on line ${known.line}`];
  return {
    ja: `所属コード ${known.code} に二つの名前があります: ここでは「${second}」、${where[0]}「${first}」。`,
    en: `The department code ${known.code} has two names: "${second}" here, "${first}" ${where[1]}.`,
  };
}

function placedTwice(known: NotedDepartment, parentCode: string | null): Problem {
  const none = ['(なし)', '(none)'];
  return {
    ja: `所属コード ${known.code} に二つの上位所属があります: ここでは ${parentCode ?? none[0]}、ほかの行では ${known.parentCode ?? none[0]}。`,
    en: `The department code ${known.code} has two parents: ${parentCode ?? none[1]} here, ${known.parentCode ?? none[1]} elsewhere.`,
  };
}

/** The same path gets the same code at every import, so that the department is recognised again. */
function generatedCode(names: readonly string[]): string {
  const digest = createHash('sha256').update(names.map(nameKey).join('/')).digest('hex');
  return `auto-${digest.slice(0, 12)}`;
}

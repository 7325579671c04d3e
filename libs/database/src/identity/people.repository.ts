import type { StaffStatus } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import type { StoredRole } from './account.entity.js';

/** A department of today, depth first. */
export interface DepartmentNode {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  /** From the top level down, the department itself last. */
  readonly path: readonly string[];
  /** Serving staff of the department and everything under it. */
  readonly headcount: number;
}

export interface StaffListQuery {
  /** Part of a staff number, name or kana. */
  readonly text: string | null;
  /** With everything under it. */
  readonly departmentCode: string | null;
  readonly offset: number;
  readonly limit: number;
}

export interface ListedStaffMember {
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string | null;
  readonly departmentCode: string;
  /** The position's name, or its key where the table of positions does not know it. */
  readonly position: string;
  readonly jobType: string;
  readonly employmentType: string;
  readonly status: StaffStatus;
  readonly isHead: boolean;
  readonly roles: readonly StoredRole[];
  readonly hasPassword: boolean;
  readonly hasCode: boolean;
}

/** Departments that exist now or still hold somebody, each with the way down to it. Cycles in the data are cut. */
const TREE = `
  WITH RECURSIVE present AS (
    SELECT d.code, d.name, d.sort, p.code AS parent_code
    FROM identity.department d LEFT JOIN identity.department p ON p.code = d.parent_code AND p.valid_to IS NULL
    WHERE d.valid_to IS NULL OR EXISTS (SELECT FROM identity.staff_member s WHERE s.department_code = d.code AND s.left_on IS NULL)),
  tree AS (
    SELECT code, name, parent_code, ARRAY[code] AS codes, ARRAY[name] AS path, ARRAY[to_char(sort, 'FM0000000000') || code] AS place
    FROM present WHERE parent_code IS NULL
    UNION ALL
    SELECT child.code, child.name, child.parent_code, tree.codes || child.code, tree.path || child.name,
      tree.place || (to_char(child.sort, 'FM0000000000') || child.code)
    FROM present child JOIN tree ON child.parent_code = tree.code WHERE child.code <> ALL (tree.codes))`;

/** Staff and departments for the pages of HR. */
export class PeopleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every department, depth first in the roster's order. */
  findDepartments(manager: EntityManager = this.dataSource.manager): Promise<DepartmentNode[]> {
    return manager.query<DepartmentNode[]>(
      `${TREE},
       own AS (SELECT department_code AS code, count(*) AS n FROM identity.staff_member WHERE left_on IS NULL GROUP BY 1),
       total AS (SELECT above.code, sum(own.n) AS n FROM tree CROSS JOIN LATERAL unnest(tree.codes) AS above (code)
         JOIN own ON own.code = tree.code GROUP BY 1)
       SELECT tree.code, tree.name, tree.parent_code AS "parentCode", tree.path, COALESCE(total.n, 0)::integer AS headcount
       FROM tree LEFT JOIN total USING (code) ORDER BY tree.place`,
    );
  }

  /** Code -> "総務部 人事課" of every department; of one that is gone, the name it had. */
  async findDepartmentPaths(): Promise<Map<string, string>> {
    const rows = await this.dataSource.query<{ code: string; path: string }[]>(
      `${TREE} SELECT department.code, COALESCE(array_to_string(tree.path, ' '), department.name) AS path
       FROM identity.department LEFT JOIN tree USING (code)`,
    );
    return new Map(rows.map(({ code, path }) => [code, path]));
  }

  /** "総務部 人事課" of one department, or null when it is unknown. */
  async findDepartmentPath(code: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ path: string[] }[]>(`${TREE} SELECT path FROM tree WHERE code = $1`, [
      code,
    ]);
    return rows[0]?.path.join(' ') ?? null;
  }

  /** One page of the serving staff, by department and staff number. */
  async findStaff(query: StaffListQuery): Promise<{ readonly total: number; readonly staff: ListedStaffMember[] }> {
    const from = `FROM identity.staff_member s LEFT JOIN identity.account a USING (staff_number)
        LEFT JOIN identity.position p ON p.key = s.position_key LEFT JOIN tree ON tree.code = s.department_code
      WHERE s.left_on IS NULL AND ($1::text IS NULL OR concat_ws(' ', s.staff_number, s.name, s.kana) ILIKE $1)
        AND ($2::text IS NULL OR $2 = ANY (tree.codes))`;
    const matching = [query.text === null ? null : `%${escapeLike(query.text)}%`, query.departmentCode];
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `${TREE} SELECT count(*)::integer AS total ${from}`,
      matching,
    );
    const staff = await this.dataSource.query<ListedStaffMember[]>(
      `${TREE} SELECT s.staff_number AS "staffNumber", s.name, s.kana, s.department_code AS "departmentCode",
         COALESCE(p.name, s.position_key) AS position, s.job_type AS "jobType", s.employment_type AS "employmentType", s.status,
         s.is_head AS "isHead", COALESCE(a.roles, '{staff}') AS roles, a.password_hash IS NOT NULL AS "hasPassword",
         a.access_code_hash IS NOT NULL AS "hasCode"
       ${from} ORDER BY tree.place, s.staff_number OFFSET $3 LIMIT $4`,
      [...matching, query.offset, query.limit],
    );
    return { total: count?.total ?? 0, staff };
  }
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

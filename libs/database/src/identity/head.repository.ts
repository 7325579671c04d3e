import type { DataSource, EntityManager } from 'typeorm';

/** Who decides for whom: heads (所属長) for their own department and everything under it. */
export class HeadRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Codes of the department and everything under it; cycles in the data are cut. */
  async findSubtree(departmentCode: string, manager: EntityManager = this.dataSource.manager): Promise<Set<string>> {
    const rows = await manager.query<{ code: string }[]>(
      `WITH RECURSIVE below AS (
         SELECT code FROM identity.department WHERE code = $1
         UNION
         SELECT child.code FROM below JOIN identity.department own ON own.code = below.code AND own.valid_to IS NULL
           JOIN identity.department child ON child.parent_code = own.code)
       SELECT code FROM below`,
      [departmentCode],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** Staff numbers of those who serve in the department or under it. */
  async findStaffUnder(manager: EntityManager, departmentCode: string): Promise<string[]> {
    const codes = await this.findSubtree(departmentCode, manager);
    const rows = await manager.query<{ staffNumber: string }[]>(
      `SELECT staff_number AS "staffNumber" FROM identity.staff_member WHERE department_code = ANY ($1) AND left_on IS NULL`,
      [[...codes]],
    );
    return rows.map((row) => row.staffNumber);
  }

  /**
   * Staff numbers of the heads who are asked about one person: those of the department, or of the nearest one above that has any; for a
   * head from the next level up. A level whose heads are all away is asked only when no other is there. Empty: nobody stands above.
   */
  async findDeciders(manager: EntityManager, staffNumber: string): Promise<string[]> {
    const rows = await manager.query<{ staffNumber: string }[]>(
      `WITH RECURSIVE up AS (
         SELECT d.code, d.parent_code, 0 AS height, ARRAY[d.code] AS seen, s.is_head
         FROM identity.staff_member s JOIN identity.department d ON d.code = s.department_code WHERE s.staff_number = $1
         UNION ALL
         SELECT above.code, above.parent_code, up.height + 1, up.seen || above.code, up.is_head
         FROM up JOIN identity.department above ON above.code = up.parent_code AND above.valid_to IS NULL
         WHERE above.code <> ALL (up.seen)),
       heads AS (
         SELECT s.staff_number, s.status <> 'active' AS away, up.height FROM up
         JOIN identity.staff_member s ON s.department_code = up.code AND s.is_head AND s.left_on IS NULL
         WHERE s.staff_number <> $1 AND (up.height > 0 OR NOT up.is_head))
       SELECT staff_number AS "staffNumber" FROM heads
       WHERE (away, height) = (SELECT away, height FROM heads ORDER BY away, height LIMIT 1) ORDER BY staff_number`,
      [staffNumber],
    );
    return rows.map((row) => row.staffNumber);
  }
}

import type { DepartmentRecord, Position, StaffRecord } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import { DepartmentEntity } from './department.entity.js';
import { PositionEntity } from './organisation.entity.js';
import { StaffMemberEntity } from './staff-member.entity.js';

export interface RosterFieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface RosterChange {
  readonly staffNumber: string;
  readonly kind: 'added' | 'changed' | 'moved' | 'left' | 'returned';
  readonly changes: readonly RosterFieldChange[];
}

/** What applying a roster writes. */
export interface RosterUpdate {
  /** Every department of the new roster, in its order. */
  readonly departments: readonly DepartmentRecord[];
  /** Codes of departments that exist no more. */
  readonly closedDepartments: readonly string[];
  /** Rows of the people added, changed, moved or returned. */
  readonly staff: readonly StaffRecord[];
  /** For the history of changes. "left" also ends the person's service; "added" is recorded as "returned" for one who had left. */
  readonly changes: readonly RosterChange[];
}

export interface RosterUpdateOrigin {
  /** "YYYY-MM-DD": begin and end of validity, and the day ages refer to. */
  readonly today: string;
  readonly importId: string | null;
}

/** Rows of one statement; keeps the parameter of the largest city's roster at a few megabytes. */
const BATCH = 5000;

/** Staff and departments as they are today, and how they become what a new roster says. */
export class RosterRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everybody who serves now, by staff number. */
  async loadStaff(manager: EntityManager = this.dataSource.manager): Promise<StaffRecord[]> {
    const rows = await manager
      .getRepository(StaffMemberEntity)
      .createQueryBuilder('staff')
      .where('staff.leftOn IS NULL')
      .orderBy('staff.staffNumber')
      .getMany();
    return rows.map(toStaffRecord);
  }

  /** Everybody who served once and does so no more, as the roster said last, by staff number. */
  async loadFormerStaff(manager: EntityManager = this.dataSource.manager): Promise<StaffRecord[]> {
    const rows = await manager
      .getRepository(StaffMemberEntity)
      .createQueryBuilder('staff')
      .where('staff.leftOn IS NOT NULL')
      .orderBy('staff.staffNumber')
      .getMany();
    return rows.map(toStaffRecord);
  }

  /** Staff number -> name of everybody who ever served. */
  async loadNames(manager: EntityManager = this.dataSource.manager): Promise<Map<string, string>> {
    const rows = await manager.query<{ staff_number: string; name: string }[]>(
      'SELECT staff_number, name FROM identity.staff_member',
    );
    return new Map(rows.map((row) => [row.staff_number, row.name]));
  }

  /** Departments that exist now, in the roster's order. */
  async loadDepartments(manager: EntityManager = this.dataSource.manager): Promise<DepartmentRecord[]> {
    const rows = await manager
      .getRepository(DepartmentEntity)
      .createQueryBuilder('department')
      .where('department.validTo IS NULL')
      .orderBy('department.sort')
      .addOrderBy('department.code')
      .getMany();
    return rows.map(({ code, name, parentCode }) => ({ code, name, parentCode }));
  }

  async loadPositions(manager: EntityManager = this.dataSource.manager): Promise<Position[]> {
    const rows = await manager.getRepository(PositionEntity).find({ order: { sort: 'ASC' } });
    return rows.map(({ key, name, grades, titles }) => ({ key, name, grades, titles }));
  }

  /** Writes the update with the caller's transaction: all of it or nothing. */
  async apply(manager: EntityManager, update: RosterUpdate, { today, importId }: RosterUpdateOrigin): Promise<void> {
    await saveDepartments(manager, update.departments, today);
    await manager.query('UPDATE identity.department SET valid_to = $2 WHERE code = ANY ($1) AND valid_to IS NULL', [
      update.closedDepartments,
      today,
    ]);
    const returned = await findReturned(manager, update.changes);
    for (const batch of batches(update.staff)) await saveStaff(manager, batch, today);
    const left = update.changes.filter(({ kind }) => kind === 'left').map(({ staffNumber }) => staffNumber);
    await manager.query(
      'UPDATE identity.staff_member SET left_on = $2 WHERE staff_number = ANY ($1) AND left_on IS NULL',
      [left, today],
    );
    const changes = update.changes.map((change) => ({
      ...change,
      kind: returned.has(change.staffNumber) && change.kind !== 'left' ? 'returned' : change.kind,
    }));
    for (const batch of batches(changes)) await saveChanges(manager, batch, today, importId);
  }
}

function toStaffRecord(row: StaffMemberEntity): StaffRecord {
  const { staffNumber, name, kana, departmentCode, positionKey, grade, jobType, employmentType } = row;
  const { birthDate, age, hireDate, status, concurrentPosts, isHead, email } = row;
  return {
    staffNumber,
    name,
    kana,
    departmentCode,
    positionKey,
    grade,
    jobType,
    employmentType,
    birthDate,
    age,
    hireDate,
    status,
    concurrentPosts,
    isHead,
    email,
  };
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

/** A department that comes back after it was closed begins anew. */
async function saveDepartments(
  manager: EntityManager,
  departments: readonly DepartmentRecord[],
  today: string,
): Promise<void> {
  const rows = departments.map(({ code, name, parentCode }, sort) => ({ code, name, parentCode, sort }));
  await manager.query(
    `INSERT INTO identity.department AS known (code, name, parent_code, valid_from, sort)
     SELECT code, name, "parentCode", $2::date, sort
     FROM jsonb_to_recordset($1::jsonb) AS row (code text, name text, "parentCode" text, sort integer)
     ON CONFLICT (code) DO UPDATE SET
       name = excluded.name, parent_code = excluded.parent_code, sort = excluded.sort, valid_to = NULL,
       valid_from = CASE WHEN known.valid_to IS NULL THEN known.valid_from ELSE excluded.valid_from END`,
    [JSON.stringify(rows), today],
  );
}

async function findReturned(manager: EntityManager, changes: readonly RosterChange[]): Promise<Set<string>> {
  const rows = await manager.query<{ staff_number: string }[]>(
    'SELECT staff_number FROM identity.staff_member WHERE left_on IS NOT NULL AND staff_number = ANY ($1)',
    [changes.map(({ staffNumber }) => staffNumber)],
  );
  return new Set(rows.map((row) => row.staff_number));
}

async function saveStaff(manager: EntityManager, staff: readonly StaffRecord[], today: string): Promise<void> {
  await manager.query(
    `INSERT INTO identity.staff_member (staff_number, name, kana, department_code, position_key, grade, job_type, employment_type,
       birth_date, age, age_as_of, hire_date, status, concurrent_posts, is_head, email)
     SELECT "staffNumber", name, kana, "departmentCode", "positionKey", grade, "jobType", "employmentType", "birthDate", age,
       CASE WHEN age IS NULL THEN NULL ELSE $2::date END, "hireDate", status, "concurrentPosts", "isHead", email
     FROM jsonb_to_recordset($1::jsonb) AS row ("staffNumber" text, name text, kana text, "departmentCode" text, "positionKey" text,
       grade smallint, "jobType" text, "employmentType" text, "birthDate" date, age smallint, "hireDate" date, status text,
       "concurrentPosts" jsonb, "isHead" boolean, email text)
     ON CONFLICT (staff_number) DO UPDATE SET
       name = excluded.name, kana = excluded.kana, department_code = excluded.department_code, position_key = excluded.position_key,
       grade = excluded.grade, job_type = excluded.job_type, employment_type = excluded.employment_type,
       birth_date = excluded.birth_date, age = excluded.age, age_as_of = excluded.age_as_of, hire_date = excluded.hire_date,
       status = excluded.status, concurrent_posts = excluded.concurrent_posts, is_head = excluded.is_head, email = excluded.email,
       left_on = NULL`,
    [JSON.stringify(staff), today],
  );
}

async function saveChanges(
  manager: EntityManager,
  changes: readonly RosterChange[],
  today: string,
  importId: string | null,
): Promise<void> {
  await manager.query(
    `INSERT INTO identity.staff_change (staff_number, kind, changes, changed_on, import_id)
     SELECT "staffNumber", kind, changes, $2::date, $3::uuid
     FROM jsonb_to_recordset($1::jsonb) AS row ("staffNumber" text, kind text, changes jsonb)`,
    [JSON.stringify(changes), today, importId],
  );
}

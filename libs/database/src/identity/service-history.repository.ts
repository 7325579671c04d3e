import type { DataSource, EntityManager } from 'typeorm';

/** What the roster's history says of one person's service. Days are "YYYY-MM-DD". */
export interface ServiceRecord {
  readonly staffNumber: string;
  readonly hireDate: string | null;
  /** Day from which they serve no more; null while they do. */
  readonly leftOn: string | null;
  /** First day they were on a roster; null where the history does not say. */
  readonly addedOn: string | null;
  /** Last day on which the roster said something else of them than before; null where it never did. */
  readonly changedOn: string | null;
  /** Goings and comings, in order. */
  readonly events: readonly { readonly kind: 'left' | 'returned'; readonly day: string }[];
}

/** Who served when, of everybody who ever did. */
export class ServiceHistoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  load(manager: EntityManager = this.dataSource.manager): Promise<ServiceRecord[]> {
    return manager.query<ServiceRecord[]>(
      `SELECT staff.staff_number AS "staffNumber", to_char(staff.hire_date, 'YYYY-MM-DD') AS "hireDate",
         to_char(staff.left_on, 'YYYY-MM-DD') AS "leftOn", history.added AS "addedOn", history.changed AS "changedOn",
         COALESCE(history.events, '[]') AS events
       FROM identity.staff_member staff LEFT JOIN (
         SELECT staff_number, to_char(min(changed_on) FILTER (WHERE kind = 'added'), 'YYYY-MM-DD') AS added,
           to_char(max(changed_on) FILTER (WHERE kind IN ('changed', 'moved')), 'YYYY-MM-DD') AS changed,
           jsonb_agg(jsonb_build_object('kind', kind, 'day', to_char(changed_on, 'YYYY-MM-DD')) ORDER BY id)
             FILTER (WHERE kind IN ('left', 'returned')) AS events
         FROM identity.staff_change GROUP BY staff_number) history USING (staff_number)
       ORDER BY staff.staff_number`,
    );
  }
}

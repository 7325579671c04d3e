import type { Programme, StaffRecord } from '#survey-model';
import { eligibleStaff, type ServicePeriod } from '#training-plan';
import { servicePeriods } from './service-periods.js';
import type { TrainingFacts } from './training-facts.service.js';

/** Whom a programme is for now, and when everybody was, those who have left included. */
export interface ProgrammePeople {
  readonly eligible: readonly StaffRecord[];
  /** Staff number -> when they served and were eligible. */
  readonly periods: ReadonlyMap<string, readonly ServicePeriod[]>;
}

export function programmePeople(programme: Programme, facts: TrainingFacts): ProgrammePeople {
  const { staff, formerStaff, service, today } = facts;
  const eligible = eligibleStaff(programme, staff, today);
  const once = eligibleStaff(programme, formerStaff, today);
  const isEligible = new Set([...eligible, ...once].map(({ staffNumber }) => staffNumber));
  const periods = new Map<string, readonly ServicePeriod[]>();
  for (const [staffNumber, record] of service)
    periods.set(staffNumber, servicePeriods(record, isEligible.has(staffNumber)));
  return { eligible, periods };
}

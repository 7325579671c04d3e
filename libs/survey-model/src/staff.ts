/** Roster rows (名簿) after validation: one person, one department. */

export const STAFF_STATUSES = ['active', 'leave', 'childcare-leave', 'seconded'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];
/** 在職・休職・育休・派遣 as roster files write them. */
export const STAFF_STATUS_LABEL: Readonly<Record<StaffStatus, string>> = {
  active: '在職',
  leave: '休職',
  'childcare-leave': '育休',
  seconded: '派遣',
};

export interface Position {
  readonly key: string;
  readonly name: string;
  readonly grades: readonly number[];
  readonly titles: readonly string[];
}

export interface DepartmentRecord {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
}

export interface ConcurrentPost {
  readonly departmentCode: string;
  readonly positionKey: string | null;
}

export interface StaffRecord {
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string | null;
  readonly departmentCode: string;
  readonly positionKey: string;
  readonly grade: number | null;
  readonly jobType: string;
  readonly employmentType: string;
  /** "YYYY-MM-DD", or null when the file gives an age. */
  readonly birthDate: string | null;
  /** Full years at import, when no birth date is given. */
  readonly age: number | null;
  readonly hireDate: string | null;
  readonly status: StaffStatus;
  readonly concurrentPosts: readonly ConcurrentPost[];
  readonly isHead: boolean;
  readonly email: string | null;
}

/** Who a survey is for. Excluded job types make the target number reproducible (教育職, 消防職, 医療職). */
export interface TargetRule {
  readonly excludedJobTypes: readonly string[];
  readonly excludedStatuses: readonly StaffStatus[];
  readonly excludedEmploymentTypes: readonly string[];
}

export const DEFAULT_TARGET_RULE: TargetRule = {
  excludedJobTypes: ['教育職', '消防職', '医療職'],
  excludedStatuses: [],
  excludedEmploymentTypes: [],
};

export function isTarget(staff: Pick<StaffRecord, 'jobType' | 'status' | 'employmentType'>, rule: TargetRule): boolean {
  return (
    !rule.excludedJobTypes.includes(staff.jobType) &&
    !rule.excludedStatuses.includes(staff.status) &&
    !rule.excludedEmploymentTypes.includes(staff.employmentType)
  );
}

/** 年齢層 by full years. */
export const AGE_BANDS = [
  { key: 'under-30', label: '29歳以下', from: 0, to: 29 },
  { key: '30s', label: '30歳代', from: 30, to: 39 },
  { key: '40s', label: '40歳代', from: 40, to: 49 },
  { key: '50s', label: '50歳代', from: 50, to: 59 },
  { key: '60-over', label: '60歳以上', from: 60, to: 120 },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number]['key'];

/** Full years between a birth date and a day, both "YYYY-MM-DD"; 29 February counts up on 1 March of a common year. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function ageBandOf(age: number): AgeBand {
  const band = AGE_BANDS.find(({ from, to }) => age >= from && age <= to);
  if (!band) throw new RangeError(`ageBandOf: ${age}`);
  return band.key;
}

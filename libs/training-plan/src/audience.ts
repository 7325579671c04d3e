import {
  DEFAULT_TARGET_RULE,
  fiscalYearOf,
  isTarget,
  type AudienceRule,
  type Programme,
  type StaffRecord,
} from '#survey-model';

/**
 * Whether a rule covers a person in a fiscal year: everything it gives must hold, and an empty rule covers everybody. "hiredWithinYears"
 * counts fiscal years of hiring, so that 1 is whoever was hired since 1 April; somebody hired after the year is outside. Concurrent posts
 * (兼務) do not matter, the main post does. A volunteers' rule covers whoever could apply.
 * @throws RangeError when the hire date is needed and is no date.
 */
export function inAudience(
  person: Pick<StaffRecord, 'positionKey' | 'grade' | 'hireDate' | 'isHead'>,
  rule: AudienceRule,
  fiscalYear: number,
): boolean {
  const { positions, grades, hiredWithinYears, heads } = rule;
  if (positions && !positions.includes(person.positionKey)) return false;
  if (grades && (person.grade === null || person.grade < grades.from || person.grade > grades.to)) return false;
  if (heads && !person.isHead) return false;
  if (hiredWithinYears === undefined) return true;
  if (person.hireDate === null) return false;
  const years = fiscalYear - fiscalYearOf(person.hireDate);
  return years >= 0 && years < hiredWithinYears;
}

/**
 * Staff whom a programme is for on a day: those of the default target rule (which leaves 教育職, 消防職 and 医療職 out) who are in at
 * least one of its audiences, volunteers' ones included; all of them where it names no audience. They are its headcount.
 * @param staff serving staff, in any order, which the result keeps
 * @throws RangeError when the day is no date.
 */
export function eligibleStaff<Person extends StaffRecord>(
  programme: Pick<Programme, 'audiences'>,
  staff: readonly Person[],
  day: string,
): Person[] {
  const fiscalYear = fiscalYearOf(day);
  const { audiences } = programme;
  return staff.filter(
    (person) =>
      isTarget(person, DEFAULT_TARGET_RULE) &&
      (audiences.length === 0 || audiences.some(({ rule }) => inAudience(person, rule, fiscalYear))),
  );
}

/**
 * Names of the audiences that cover a person and make the training due; volunteers' ones do not. null: nothing makes it due, where the
 * programme names audiences. A programme without any is due for everybody, in the name of none.
 */
export function dueAudiences(
  programme: Pick<Programme, 'audiences'>,
  person: Pick<StaffRecord, 'positionKey' | 'grade' | 'hireDate' | 'isHead'>,
  fiscalYear: number,
): readonly string[] | null {
  const names = programme.audiences
    .filter(({ rule }) => !rule.volunteers && inAudience(person, rule, fiscalYear))
    .map(({ name }) => name);
  return names.length > 0 || programme.audiences.length === 0 ? names : null;
}

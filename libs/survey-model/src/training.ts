/**
 * Training (研修): programmes and their plan, courses and sessions, who completed what, and where a programme stands.
 * Days are "YYYY-MM-DD" in Japan, instants ISO 8601, fiscal years the western year in which they start.
 */

/** once-in-plan: a person counts once in the whole plan. once-a-fiscal-year: at most once in each fiscal year. */
export const COUNTING_RULES = ['once-in-plan', 'once-a-fiscal-year'] as const;
export type CountingRule = (typeof COUNTING_RULES)[number];

export interface YearTarget {
  readonly fiscalYear: number;
  readonly target: number;
}

/** Who an audience is. Everything given must hold; an empty rule is everybody. */
export interface AudienceRule {
  /** Keys of positions (職位). */
  readonly positions?: readonly string[];
  /** 級, both ends included. Somebody without a grade is outside. */
  readonly grades?: { readonly from: number; readonly to: number };
  /** Hired in the present fiscal year or the so many less one before it: 1 is 新採用. Somebody without a hire date is outside. */
  readonly hiredWithinYears?: number;
  /** 所属長 only. */
  readonly heads?: true;
  /** 希望者: whoever applies. Such an audience makes nobody due. */
  readonly volunteers?: true;
}

/** 対象者, named as in the plan: 管理職, 新採用研修. */
export interface Audience {
  readonly name: string;
  readonly rule: AudienceRule;
}

/** 育成方法 with the names of the audiences it is for; everybody eligible where it names none. */
export interface TrainingMethod {
  readonly method: string;
  readonly audience?: readonly string[];
}

/** When somebody has completed a programme: any one of its courses, all of those named, or so many points of distinct courses. */
export type CompletionRule =
  | { readonly kind: 'any-course' }
  | { readonly kind: 'required-courses'; readonly courses: readonly string[] }
  | { readonly kind: 'points'; readonly points: number };

/** 研修体系の一つ, for example DX推進員. */
export interface Programme {
  readonly key: string;
  readonly name: string;
  readonly counting: CountingRule;
  readonly years: readonly YearTarget[];
  readonly methods: readonly TrainingMethod[];
  /** Empty: everybody whom the target rule of the organisation covers. */
  readonly audiences: readonly Audience[];
  readonly completion: CompletionRule;
}

/** 修了: one person finished one programme on one day. */
export interface Completion {
  readonly staffNumber: string;
  readonly programmeKey: string;
  /** "YYYY-MM-DD". */
  readonly completedOn: string;
}

/** 講座. */
export interface Course {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly programmeKey: string;
  /** One of the programme's methods. */
  readonly method: string;
  readonly points: number;
  /** Lowest mark (0 to 100) that completes it; null: taking part is enough. */
  readonly passMark: number | null;
  /** The id by which a learning system reports it (xAPI activity), or null. */
  readonly activityId: string | null;
  /** No new sessions. */
  readonly withdrawn: boolean;
}

export const COMPLETION_SOURCES = ['session', 'import', 'xapi', 'hr'] as const;
export type CompletionSource = (typeof COMPLETION_SOURCES)[number];

/** One person finished one course on one day. */
export interface CourseCompletion {
  readonly staffNumber: string;
  readonly courseKey: string;
  readonly completedOn: string;
}

/** seated: has a seat, also while the head has not decided yet. waiting: moves up when a seat falls free. */
export const ENROLMENT_PLACES = ['seated', 'waiting', 'cancelled'] as const;
export type EnrolmentPlace = (typeof ENROLMENT_PLACES)[number];

/** pending: the head (所属長) decides. A declined application is cancelled too. */
export const APPROVALS = ['not-needed', 'pending', 'approved', 'declined'] as const;
export type Approval = (typeof APPROVALS)[number];

export const ENROLMENT_SOURCES = ['application', 'nomination-hr', 'nomination-head'] as const;
export type EnrolmentSource = (typeof ENROLMENT_SOURCES)[number];

export const ATTENDANCES = ['attended', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const SESSION_STATES = ['scheduled', 'cancelled', 'closed'] as const;
/** closed: attendance and marks are settled. */
export type SessionState = (typeof SESSION_STATES)[number];

/** Mails to one person about one enrolment or programme. */
export const NOTICE_KINDS = [
  'seated',
  'waiting',
  'moved-up',
  'nominated',
  'approved',
  'declined',
  'cancelled',
  'session-changed',
  'session-cancelled',
  'reminder',
  'completed',
  'approval-asked',
  'letter',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** One department's share of a fiscal year's target. */
export interface DepartmentTarget {
  readonly departmentCode: string;
  /** Eligible staff. */
  readonly headcount: number;
  readonly target: number;
  /** Counted completions of this fiscal year. */
  readonly actual: number;
  /** Counted completions of the whole plan. */
  readonly cumulative: number;
  /** What earlier years change: above 0 where the department fell behind the others, below 0 where it was ahead; 0 when locked. */
  readonly catchUp: number;
  /** Most it can still have this year; a locked target is cut to it. */
  readonly ceiling: number;
  /** Fixed by HR, whatever the calculation says. */
  readonly locked: boolean;
  /** Counted in the whole plan and serving in the department now. */
  readonly active: number;
}

export interface ProgrammeProgress {
  readonly programmeKey: string;
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly target: number;
    readonly actual: number;
    readonly cumulativeTarget: number;
    readonly cumulativeActual: number;
  }[];
  readonly total: number;
  readonly cumulative: number;
  /** Never below 0. */
  readonly remaining: number;
  /** Counted people who still serve. */
  readonly active: number;
  /** The fiscal year the department targets are for. */
  readonly targetYear: number;
  readonly departments: readonly DepartmentTarget[];
  /** The year's target less all of the departments': above 0 where ceilings and locks leave no room, below 0 where locks exceed it. */
  readonly unallocated: number;
}

/** HR's own figure for a department in place of the calculated one. */
export interface TargetOverride {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  readonly departmentCode: string;
  readonly target: number;
  readonly reason: string;
}

/** Cumulative plan against actual at the end of a month. */
export interface BurnUpMonth {
  /** "YYYY-MM". */
  readonly month: string;
  /** The plan, spread evenly over the months of each fiscal year, exact to 1/12 and so perhaps not whole. */
  readonly planned: number;
  /** null for months that have not begun. */
  readonly actual: number | null;
  /** Those of `actual` who still served at the end of that month (today, for the present month). */
  readonly active: number | null;
}

/** Counted people and eligible staff of one group. */
export interface GroupProgress {
  /** "" where the roster does not say. */
  readonly key: string;
  readonly label: string;
  /** Eligible staff now. */
  readonly headcount: number;
  /** Counted in the target year, of those who serve now. */
  readonly thisYear: number;
  /** Counted in the whole plan, of those who serve now. */
  readonly active: number;
}

/** Every section (課), also those without anybody trained, so that they stand out. */
export interface SectionDensity {
  readonly departmentCode: string;
  /** The topmost department above it. */
  readonly topCode: string;
  readonly headcount: number;
  readonly active: number;
}

/** What a recalculation did to a department's target, and why. */
export interface TargetChange {
  readonly departmentCode: string;
  readonly before: number;
  readonly after: number;
  readonly reasons: readonly TargetChangeReason[];
}

export const TARGET_CHANGE_REASONS = [
  'plan-changed',
  'headcount-changed',
  'ceiling-changed',
  'catch-up-changed',
  'locked',
  'unlocked',
  'department-added',
  'department-gone',
  'others-changed',
] as const;
export type TargetChangeReason = (typeof TARGET_CHANGE_REASONS)[number];

/** Why somebody is on the list of those who are next. */
export interface Candidate {
  readonly staffNumber: string;
  readonly departmentCode: string;
  /** Names of the audiences that cover the person. */
  readonly audiences: readonly string[];
  /** Never completed the programme, nor any of its courses. */
  readonly neverTrained: boolean;
  /** People the department (部) still owes this year. */
  readonly departmentBehind: number;
  /** Full years until the retirement age at the end of this fiscal year; null when the age is unknown. */
  readonly yearsToRetirement: number | null;
  /** 1 is next. */
  readonly rank: number;
}

/** How many promoters departments have for each 100 staff, beside a released mean of theirs. An association, never a cause. */
export interface EngagementLink {
  readonly surveyId: string;
  readonly programmeKey: string;
  /** "overall" or the key of a category. */
  readonly measure: string;
  /** Departments with a released figure. */
  readonly departments: readonly {
    readonly departmentCode: string;
    /** Promoters per 100 staff, rounded half up to 1 decimal. */
    readonly density: string;
    /** As released. */
    readonly mean: string;
  }[];
  /** Spearman's rank correlation to 2 decimals; null under 5 departments. */
  readonly correlation: string | null;
}

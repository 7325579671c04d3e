/** once-in-plan: a person counts once in the whole plan. once-a-fiscal-year: at most once in each fiscal year. */
export type CountingRule = 'once-in-plan' | 'once-a-fiscal-year';

export interface YearTarget {
  readonly fiscalYear: number;
  readonly target: number;
}

/** 研修体系の一つ, for example DX推進員. */
export interface Programme {
  readonly key: string;
  readonly name: string;
  readonly counting: CountingRule;
  readonly years: readonly YearTarget[];
  readonly methods: readonly { readonly method: string; readonly audience?: readonly string[] }[];
}

/** 修了: one person finished one programme on one day. */
export interface Completion {
  readonly staffNumber: string;
  readonly programmeKey: string;
  /** "YYYY-MM-DD". */
  readonly completedOn: string;
}

/** One department's share of a fiscal year's target. */
export interface DepartmentTarget {
  readonly departmentCode: string;
  readonly headcount: number;
  readonly target: number;
  /** Counted completions of this fiscal year. */
  readonly actual: number;
  /** Counted completions of the whole plan. */
  readonly cumulative: number;
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
  /** The fiscal year the department targets are for. */
  readonly targetYear: number;
  readonly departments: readonly DepartmentTarget[];
}

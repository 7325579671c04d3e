import type { CountingRule, DepartmentTarget, Release, ReleaseAnalysis } from '#survey-model';

/** All that a department's workbook is made of. Survey figures come from the release and its analysis alone. */
export interface DepartmentReport {
  readonly release: Release;
  /** What was computed of this release; null, for releases without one, leaves intervals, comparisons and earlier surveys out. */
  readonly analysis: ReleaseAnalysis | null;
  /** Key of a value of the release's attribute "department". */
  readonly departmentCode: string;
  /** null leaves the training sheet with a sentence that there are no records. */
  readonly training: DepartmentTrainingReport | null;
  /** "YYYY-MM-DD", the date in Japan; also the document's creation date, so that equal input gives equal bytes. */
  readonly generatedOn: string;
}

/** 研修: plain figures (no survey answers), for the department's top-level unit (部) and the whole organisation. */
export interface DepartmentTrainingReport {
  /** Name of the top-level unit the figures are for. */
  readonly departmentName: string;
  readonly programmes: readonly ProgrammeTrainingReport[];
}

export interface ProgrammeTrainingReport {
  readonly name: string;
  readonly counting: CountingRule;
  /** Goal of the whole plan, for example 500. */
  readonly total: number;
  /** One line a fiscal year of the plan, ascending. */
  readonly years: readonly TrainingYearRow[];
  /** Counted completions of the whole plan so far. */
  readonly cumulative: { readonly department: number | null; readonly organisation: number };
  /** How many the organisation still lacks to `total`; never below 0. */
  readonly remaining: number;
  /** The department's share of the present fiscal year's target; null where none has been shared out. */
  readonly thisYear: (DepartmentTarget & { readonly fiscalYear: number }) | null;
  /** Every section of the department, those without anybody first; empty where nothing has been computed. */
  readonly sections: readonly TrainingSectionRow[];
}

export interface TrainingSectionRow {
  readonly name: string;
  readonly headcount: number;
  /** Counted in the whole plan and serving there now. */
  readonly active: number;
}

export interface TrainingYearRow {
  readonly fiscalYear: number;
  /** null where no target has been shared out for this year. */
  readonly department: { readonly target: number; readonly actual: number } | null;
  readonly organisation: { readonly target: number; readonly actual: number; readonly cumulative: number };
}

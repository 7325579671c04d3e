import type { Programme, ProgrammeForecast, ProgrammeProgress, ProgrammeProgressDetail } from '#survey-model';

/** All that the training plan's workbook is made of. */
export interface TrainingPlanReport {
  readonly organisation: string;
  /** "YYYY-MM-DD", the date in Japan; fiscal years after it have not begun. */
  readonly generatedOn: string;
  /** Departments of today, depth first in the roster's order. */
  readonly departments: readonly PlanDepartment[];
  /** In the plan's order. */
  readonly programmes: readonly PlanProgramme[];
}

export interface PlanDepartment {
  readonly code: string;
  /** From the top level down, the department itself last. */
  readonly path: readonly string[];
}

/** One programme with what has been computed of it: null where nothing has been yet. */
export interface PlanProgramme {
  readonly programme: Programme;
  readonly progress: ProgrammeProgress | null;
  readonly detail: ProgrammeProgressDetail | null;
  readonly forecast: ProgrammeForecast | null;
}

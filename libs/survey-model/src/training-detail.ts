import type { BurnUpMonth, GroupProgress, SectionDensity } from './training.js';

/** What stands beside a programme's progress (`training.progress.detail`): its course by months, and who it has reached. */
export interface ProgrammeProgressDetail {
  readonly programmeKey: string;
  /** Every month of the plan, ascending. */
  readonly burnUp: readonly BurnUpMonth[];
  /** 職位別, in the order of the positions. */
  readonly positions: readonly GroupProgress[];
  /** 年齢層別, youngest first. */
  readonly ageBands: readonly GroupProgress[];
  /** 課別. */
  readonly sections: readonly SectionDensity[];
}

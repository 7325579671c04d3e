import type { Programme, ProgrammeProgress, ProgrammeProgressDetail } from '#survey-model';
import type { DepartmentTrainingReport, ProgrammeTrainingReport, TrainingSectionRow } from './department-report.js';
import { sortedByDensity } from './plan/section-density.js';

/** What stands beside progress, and what sections are called. */
export interface SectionSource {
  readonly details: readonly ProgrammeProgressDetail[];
  readonly nameOf: (departmentCode: string) => string;
}

/**
 * The training part of a department's report, from the plan and its computed progress.
 * @param department the top-level unit: targets are shared out at that level. Programmes without progress are left out.
 * @param sections null leaves the sections (課) out.
 */
export function departmentTraining(
  programmes: readonly Programme[],
  progress: readonly ProgrammeProgress[],
  department: { readonly code: string; readonly name: string },
  sections: SectionSource | null = null,
): DepartmentTrainingReport {
  const byKey = new Map(progress.map((each) => [each.programmeKey, each]));
  const reports = programmes.flatMap((programme) => {
    const standing = byKey.get(programme.key);
    return standing ? [programmeReport(programme, standing, department.code, sections)] : [];
  });
  return { departmentName: department.name, programmes: reports };
}

function programmeReport(
  programme: Programme,
  standing: ProgrammeProgress,
  code: string,
  sections: SectionSource | null,
): ProgrammeTrainingReport {
  const own = standing.departments.find((each) => each.departmentCode === code);
  return {
    name: programme.name,
    counting: programme.counting,
    total: standing.total,
    years: standing.years.map((year) => ({
      fiscalYear: year.fiscalYear,
      department: own && year.fiscalYear === standing.targetYear ? { target: own.target, actual: own.actual } : null,
      organisation: { target: year.target, actual: year.actual, cumulative: year.cumulativeActual },
    })),
    cumulative: { department: own?.cumulative ?? null, organisation: standing.cumulative },
    remaining: standing.remaining,
    thisYear: own ? { ...own, fiscalYear: standing.targetYear } : null,
    sections: sections ? sectionRows(programme.key, code, sections) : [],
  };
}

function sectionRows(programmeKey: string, topCode: string, { details, nameOf }: SectionSource): TrainingSectionRow[] {
  const detail = details.find((each) => each.programmeKey === programmeKey);
  const own = detail?.sections.filter((section) => section.topCode === topCode) ?? [];
  return sortedByDensity(own).map(({ departmentCode, headcount, active }) => ({
    ...{ name: nameOf(departmentCode), headcount, active },
  }));
}

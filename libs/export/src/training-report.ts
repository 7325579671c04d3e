import type { Programme, ProgrammeProgress } from '#survey-model';
import type { DepartmentTrainingReport, ProgrammeTrainingReport } from './department-report.js';

/**
 * The training part of a department's report, from the plan and its computed progress.
 * @param department the top-level unit: targets are shared out at that level. Programmes without progress are left out.
 */
export function departmentTraining(
  programmes: readonly Programme[],
  progress: readonly ProgrammeProgress[],
  department: { readonly code: string; readonly name: string },
): DepartmentTrainingReport {
  const byKey = new Map(progress.map((each) => [each.programmeKey, each]));
  const reports = programmes.flatMap((programme) => {
    const standing = byKey.get(programme.key);
    return standing ? [programmeReport(programme, standing, department.code)] : [];
  });
  return { departmentName: department.name, programmes: reports };
}

function programmeReport(programme: Programme, standing: ProgrammeProgress, code: string): ProgrammeTrainingReport {
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
  };
}

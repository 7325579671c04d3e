import type {
  EngagementLinkResponse,
  ForecastResponse,
  GroupProgressResponse,
  ProgressDetailResponse,
  SectionDensityResponse,
} from '#contract';
import type { ProgressEntity, StoredForecast, SurveyFrameEntity } from '#database';
import {
  fiscalYearLabel,
  formatPercent,
  type EngagementLink,
  type GroupProgress,
  type SectionDensity,
} from '#survey-model';

/** A programme that has not been computed yet has empty lists. */
export function toProgressResponse(
  programmeKey: string,
  standing: ProgressEntity | undefined,
  paths: ReadonlyMap<string, string>,
): ProgressDetailResponse {
  const detail = standing?.detail;
  return {
    programmeKey,
    burnUp: (detail?.burnUp ?? []).map((month) => ({ ...month })),
    positions: (detail?.positions ?? []).map(toGroupResponse),
    ageBands: (detail?.ageBands ?? []).map(toGroupResponse),
    sections: [...(detail?.sections ?? [])].sort(byNeed).map((section) => toSectionResponse(section, paths)),
    computedAt: standing?.computedAt.toISOString() ?? null,
  };
}

/** A programme without a forecast has no scenarios. */
export function toForecastResponse(programmeKey: string, stored: StoredForecast | null): ForecastResponse {
  const forecast = stored?.forecast;
  return {
    programmeKey,
    computedAt: stored?.computedAt.toISOString() ?? null,
    asOf: forecast?.asOf ?? null,
    seed: forecast?.seed ?? 0,
    runs: forecast?.runs ?? 0,
    basis: forecast ? { ...forecast.basis } : null,
    scenarios: (forecast?.scenarios ?? []).map((scenario) => ({
      ...scenario,
      years: scenario.years.map((year) => ({ ...year, label: fiscalYearLabel(year.fiscalYear) })),
    })),
  };
}

/** Departments are called what they were called in the survey. */
export function toLinkResponse(link: EngagementLink, frame: SurveyFrameEntity): EngagementLinkResponse {
  const departments = frame.attributes.find(({ key }) => key === 'department')?.values ?? [];
  const labels = new Map(departments.map(({ key, label }) => [key, label]));
  const category = frame.questionnaire.scoring.categories.find(({ key }) => key === link.measure);
  return {
    surveyId: link.surveyId,
    surveyTitle: frame.title,
    programmeKey: link.programmeKey,
    measure: link.measure,
    measureLabel: link.measure === 'overall' ? '総合スコア' : (category?.name ?? link.measure),
    departments: link.departments.map((department) => ({
      ...department,
      department: labels.get(department.departmentCode) ?? department.departmentCode,
    })),
    correlation: link.correlation,
  };
}

function toGroupResponse(group: GroupProgress): GroupProgressResponse {
  return { ...group, label: group.label === '' ? '名簿に記載なし' : group.label };
}

function toSectionResponse(
  { departmentCode, headcount, active }: SectionDensity,
  paths: ReadonlyMap<string, string>,
): SectionDensityResponse {
  const per100 = headcount === 0 ? null : formatPercent(active, headcount);
  return { departmentCode, department: paths.get(departmentCode) ?? departmentCode, headcount, active, per100 };
}

/** Nobody trained first, the larger the section the earlier; then the thinnest. Equal ones stay in the order of the tree. */
function byNeed(a: SectionDensity, b: SectionDensity): number {
  const untrained = Number(b.active === 0) - Number(a.active === 0);
  if (untrained !== 0) return untrained;
  return a.active === 0 ? b.headcount - a.headcount : a.active * b.headcount - b.active * a.headcount;
}

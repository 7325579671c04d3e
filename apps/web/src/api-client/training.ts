import { client, send } from './client.js';
import type { components } from './schema.generated.js';
import type { Job, TrainingPlan } from './types.js';

type Schemas = components['schemas'];
export type ProgressDetail = Schemas['ProgressDetailResponse'];
export type BurnUpMonth = Schemas['BurnUpMonthResponse'];
export type GroupProgress = Schemas['GroupProgressResponse'];
export type SectionDensity = Schemas['SectionDensityResponse'];
export type DepartmentTarget = Schemas['DepartmentTargetResponse'];
export type TargetRevision = Schemas['TargetRevisionResponse'];
export type TargetChangeReason = Schemas['TargetChangeResponse']['reasons'][number];
export type Forecast = Schemas['ForecastResponse'];
export type ForecastBasis = Schemas['ForecastBasisResponse'];
export type ForecastYear = Schemas['ForecastYearResponse'];
export type ScenarioForecast = Schemas['ScenarioForecastResponse'];
export type EngagementLink = Schemas['EngagementLinkResponse'];
export type PlanDraft = Schemas['SavePlanRequest'];
export type ProgrammeDraft = Schemas['ProgrammeBody'];
export type Audience = Schemas['AudienceBody'];
export type AudienceRule = Schemas['AudienceRuleBody'];
export type CompletionRule = Schemas['CompletionRuleBody'];
export type PlanVersion = Schemas['PlanVersionResponse'];

const at = (key: string) => ({ params: { path: { key } } });

export const getTrainingPlan = async (): Promise<TrainingPlan> =>
  (await send(client.GET('/api/training/plan'))) as unknown as TrainingPlan;

export const recomputeTargets = (): Promise<Job> => send(client.POST('/api/training/targets'));

/** @throws ApiProblem 409 when somebody else has saved the plan since it was read */
export const savePlan = async (body: PlanDraft): Promise<TrainingPlan> =>
  (await send(client.PUT('/api/training/plan', { body }))) as unknown as TrainingPlan;

/** Every version of the plan, the newest first. */
export const listPlanVersions = (): Promise<PlanVersion[]> => send(client.GET('/api/training/plan/versions'));

export const buildPlanWorkbook = (): Promise<Job> => send(client.POST('/api/training/plan/workbook'));

/** Which department's target of which fiscal year. */
export interface TargetPlace {
  readonly programmeKey: string;
  readonly fiscalYear: number;
  readonly departmentCode: string;
}

const targetPath = ({ programmeKey, fiscalYear, departmentCode }: TargetPlace) => ({
  params: { path: { key: programmeKey, year: fiscalYear, department: departmentCode } },
});

export const setTarget = (place: TargetPlace, target: number, reason: string): Promise<Job> =>
  send(
    client.PUT('/api/training/programmes/{key}/targets/{year}/{department}', {
      ...targetPath(place),
      body: { target, reason },
    }),
  );

/** Lets the calculation decide again. */
export const releaseTarget = (place: TargetPlace): Promise<Job> =>
  send(client.DELETE('/api/training/programmes/{key}/targets/{year}/{department}', targetPath(place)));

export const listTargetRevisions = (key: string): Promise<TargetRevision[]> =>
  send(client.GET('/api/training/programmes/{key}/target-revisions', at(key)));

/** Burn-up by month, and progress by position, age band and section. */
export const getProgress = (key: string): Promise<ProgressDetail> =>
  send(client.GET('/api/training/programmes/{key}/progress', at(key)));

export const getForecast = (key: string): Promise<Forecast> =>
  send(client.GET('/api/training/programmes/{key}/forecast', at(key)));

export const listEngagementLinks = (): Promise<EngagementLink[]> => send(client.GET('/api/training/engagement-links'));

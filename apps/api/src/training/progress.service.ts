import { Injectable } from '@nestjs/common';
import type {
  EngagementLinkResponse,
  ForecastResponse,
  ProgressDetailResponse,
  TargetRevisionResponse,
} from '#contract';
import {
  ForecastRepository,
  PeopleRepository,
  ReleaseRepository,
  TargetRepository,
  TrainingRepository,
  type SurveyFrameEntity,
} from '#database';
import type { Programme } from '#survey-model';
import { toForecastResponse, toLinkResponse, toProgressResponse } from './progress-response.js';
import { programmeUnknown } from './training-refusals.js';

/** What the office worker computed of programmes beside their standing, with names in the place of codes. */
@Injectable()
export class TrainingProgressService {
  constructor(
    private readonly training: TrainingRepository,
    private readonly targets: TargetRepository,
    private readonly forecasts: ForecastRepository,
    private readonly releases: ReleaseRepository,
    private readonly people: PeopleRepository,
  ) {}

  /** @throws DomainError "programme-unknown" */
  async getProgress(key: string): Promise<ProgressDetailResponse> {
    await this.getProgramme(key);
    const standing = (await this.training.loadProgress()).find(({ programmeKey }) => programmeKey === key);
    return toProgressResponse(key, standing, await this.people.findDepartmentPaths());
  }

  /** @throws DomainError "programme-unknown" */
  async getForecast(key: string): Promise<ForecastResponse> {
    await this.getProgramme(key);
    return toForecastResponse(key, await this.forecasts.findForecast(key));
  }

  /** The newest first. @throws DomainError "programme-unknown" */
  async listRevisions(key: string): Promise<TargetRevisionResponse[]> {
    await this.getProgramme(key);
    const paths = await this.people.findDepartmentPaths();
    const revisions = await this.targets.loadRevisions(key);
    return revisions.map(({ computedAt, requestedBy, fiscalYear, changes }) => ({
      computedAt: computedAt.toISOString(),
      requestedBy,
      fiscalYear,
      changes: changes.map(({ reasons, ...change }) => ({
        ...change,
        department: paths.get(change.departmentCode) ?? change.departmentCode,
        reasons: [...reasons],
      })),
    }));
  }

  /** Every one of the newest release, in the plan's order. */
  async listLinks(): Promise<EngagementLinkResponse[]> {
    const links = await this.forecasts.loadLinks();
    const frames = new Map<string, SurveyFrameEntity | null>();
    for (const { surveyId } of links)
      if (!frames.has(surveyId)) frames.set(surveyId, await this.releases.findFrame(surveyId));
    return links.flatMap((link) => {
      const frame = frames.get(link.surveyId);
      return frame ? [toLinkResponse(link, frame)] : [];
    });
  }

  private async getProgramme(key: string): Promise<Programme> {
    const programme = (await this.training.loadProgrammes()).find((each) => each.key === key);
    if (!programme) throw programmeUnknown(key);
    return programme;
  }
}

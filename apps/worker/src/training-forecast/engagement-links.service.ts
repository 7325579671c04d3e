import { Injectable } from '@nestjs/common';
import { ReleaseRepository, TrainingRepository } from '#database';
import type { EngagementLink } from '#survey-model';
import type { EntityManager } from 'typeorm';
import { engagementLinks } from './engagement-links.js';

/** Programmes beside the newest release. */
@Injectable()
export class EngagementLinksService {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly training: TrainingRepository,
  ) {}

  /** Of the standings as last computed; none while nothing is released. */
  async compute(manager: EntityManager): Promise<EngagementLink[]> {
    const surveyId = await this.releases.findNewestSurveyId(manager);
    const release = surveyId === null ? null : await this.releases.findLatest(surveyId, manager);
    if (!release) return [];
    const standings = await this.training.loadProgress(manager);
    return engagementLinks(
      release,
      standings.map(({ progress }) => progress),
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  ReleaseRepository,
  TableRequestRepository,
  withAdvisoryLock,
  type SurveyFrameEntity,
  type WaitingTable,
} from '#database';
import { DisclosureAuditError } from '#disclosure';
import type { Release } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import type { CountedBox } from '../ballot-count/ballot-count.service.js';
import { ReleaseBuilderService, type BuiltRelease } from '../release-building/release-builder.service.js';
import { CLOCK } from '../tokens.js';

/** Releases or refuses one further table. */
@Injectable()
export class TableDecisionService {
  constructor(
    private readonly main: DataSource,
    private readonly releases: ReleaseRepository,
    private readonly requests: TableRequestRepository,
    private readonly builder: ReleaseBuilderService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One process at a time, so that nothing is weighed against less than everything released. */
  async decide(frame: SurveyFrameEntity, counted: CountedBox, request: WaitingTable): Promise<void> {
    const { surveyId } = frame;
    await withAdvisoryLock(this.main, `release ${surveyId}`, async (manager) => {
      const stillWaiting = await this.requests.findWaiting(surveyId, manager);
      const earlier = await this.releases.findLatest(surveyId, manager);
      if (!earlier || !stillWaiting.some(({ id }) => id === request.id)) return;
      await this.write(manager, request, await this.build(frame, counted, request, earlier));
    });
  }

  /** null: refused. */
  private async build(
    frame: SurveyFrameEntity,
    counted: CountedBox,
    { spec }: WaitingTable,
    earlier: Release,
  ): Promise<BuiltRelease | null> {
    try {
      const built = await this.builder.next(frame, counted, spec, earlier);
      return built.release.scores.some(({ status }) => status === 'published') ? built : null;
    } catch (error) {
      // Whatever the audit has found reads like any other refusal (DESIGN.md section 7, step 6).
      if (error instanceof DisclosureAuditError) return null;
      throw error;
    }
  }

  private async write(manager: EntityManager, { id }: WaitingTable, built: BuiltRelease | null): Promise<void> {
    if (built) {
      await this.releases.insert(manager, built.release);
      await this.releases.insertAnalysis(manager, built.release, built.analysis);
    }
    await this.requests.decide(manager, id, built?.release.version ?? null, this.clock());
  }
}

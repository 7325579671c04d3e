import { Injectable } from '@nestjs/common';
import { TargetRepository, type ComputedStanding } from '#database';
import type { EntityManager } from 'typeorm';
import { TrainingFactsService } from '../training-facts/training-facts.service.js';
import { DerivedCompletions } from './derived-completions.service.js';
import { standingOf } from './standing.js';

/** Where every programme stands, with completions that follow from courses brought up to date first. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly facts: TrainingFactsService,
    private readonly derived: DerivedCompletions,
    private readonly targets: TargetRepository,
  ) {}

  /** @param manager of a transaction with one snapshot */
  async compute(manager: EntityManager): Promise<ComputedStanding[]> {
    const facts = await this.facts.load(manager);
    const completions = await this.derived.update(manager, facts.programmes);
    const overrides = await this.targets.loadOverrides(manager);
    return facts.programmes.map((programme) => standingOf(programme, facts, { completions, overrides }));
  }
}

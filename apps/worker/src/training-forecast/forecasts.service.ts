import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CourseRecordRepository, TrainingRepository } from '#database';
import type { ProgrammeForecast } from '#survey-model';
import { forecastProgramme } from '#training-plan';
import type { EntityManager } from 'typeorm';
import { TrainingFactsService } from '../training-facts/training-facts.service.js';
import { forecastInputOf } from './forecast-input-of.js';

/** The forecast of every programme, from what is on record in one snapshot. */
@Injectable()
export class ForecastsService {
  constructor(
    private readonly facts: TrainingFactsService,
    private readonly training: TrainingRepository,
    private readonly records: CourseRecordRepository,
  ) {}

  async compute(manager: EntityManager): Promise<ProgrammeForecast[]> {
    const facts = await this.facts.load(manager);
    const completions = await this.training.loadCompletions(manager);
    const sessions = await this.records.loadSessions(manager);
    const forecasts: ProgrammeForecast[] = [];
    for (const programme of facts.programmes) {
      forecasts.push(forecastProgramme(forecastInputOf(programme, facts, { completions, sessions })));
      // A simulation takes a second or two: other jobs and the health page have their turn in between.
      await setImmediate();
    }
    return forecasts;
  }
}

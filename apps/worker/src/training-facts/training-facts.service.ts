import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { RosterRepository, ServiceHistoryRepository, TrainingRepository, type ServiceRecord } from '#database';
import { dateInJapan, type DepartmentRecord, type Position, type Programme, type StaffRecord } from '#survey-model';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../tokens.js';

/** What both computations of training start from; all of one moment when read in one transaction. */
export interface TrainingFacts {
  /** "YYYY-MM-DD" in Japan. */
  readonly today: string;
  /** In the plan's order; those without a year have no standing and are left out. */
  readonly programmes: readonly Programme[];
  /** Who serves now. */
  readonly staff: readonly StaffRecord[];
  /** Who served once, as the roster said last. */
  readonly formerStaff: readonly StaffRecord[];
  readonly departments: readonly DepartmentRecord[];
  readonly positions: readonly Position[];
  readonly service: ReadonlyMap<string, ServiceRecord>;
}

@Injectable()
export class TrainingFactsService {
  constructor(
    private readonly roster: RosterRepository,
    private readonly history: ServiceHistoryRepository,
    private readonly training: TrainingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param manager of a transaction with one snapshot: an import may be under way */
  async load(manager: EntityManager): Promise<TrainingFacts> {
    const service = await this.history.load(manager);
    return {
      today: dateInJapan(this.clock()),
      programmes: (await this.training.loadProgrammes(manager)).filter(({ years }) => years.length > 0),
      staff: await this.roster.loadStaff(manager),
      formerStaff: await this.roster.loadFormerStaff(manager),
      departments: await this.roster.loadDepartments(manager),
      positions: await this.roster.loadPositions(manager),
      service: new Map(service.map((record) => [record.staffNumber, record])),
    };
  }
}

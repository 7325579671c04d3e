import { Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { TallyConfig } from '#config';
import {
  LineageRepository,
  mainDataSourceOptions,
  ReleaseRepository,
  TableRequestRepository,
  TallyCustodyRepository,
} from '#database';
import { ballotDataSourceOptions, BallotBoxRepository } from '#database/ballot';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { BallotCountService } from './ballot-count/ballot-count.service.js';
import { TallyKeyService } from './custody/tally-key.service.js';
import { WorkerKeysService } from './custody/worker-keys.service.js';
import { CustodyTestKeyProcessor } from './custody-test-key/custody-test-key.processor.js';
import { DATA_SOURCES, HealthController } from './health/health.controller.js';
import { queueProviders } from './queue/queue-providers.js';
import { ReleaseBuilderService } from './release-building/release-builder.service.js';
import { SurveyAnnounceProcessor } from './survey-announce/survey-announce.processor.js';
import { SurveyDestroyProcessor } from './survey-destroy/survey-destroy.processor.js';
import { SurveyPublishTablesProcessor } from './survey-publish-tables/survey-publish-tables.processor.js';
import { TableDecisionService } from './survey-publish-tables/table-decision.service.js';
import { SurveyShuffleBoxProcessor } from './survey-shuffle-box/survey-shuffle-box.processor.js';
import { SurveyTallyProcessor } from './survey-tally/survey-tally.processor.js';
import { TimetableService } from './timetable/timetable.service.js';
import { CLOCK, HELD_KEY_KEY, LOG } from './tokens.js';

const BALLOTS = 'ballots';
const HANDLERS = [
  SurveyAnnounceProcessor,
  CustodyTestKeyProcessor,
  SurveyShuffleBoxProcessor,
  SurveyTallyProcessor,
  SurveyPublishTablesProcessor,
  SurveyDestroyProcessor,
];

/** The process that opens the box: reads ballots, writes releases, and cannot read who anybody is. */
@Module({})
export class TallyModule {
  static with(config: TallyConfig, log: Logger): DynamicModule {
    const ballots = getDataSourceToken(BALLOTS);
    return {
      module: TallyModule,
      imports: [
        TypeOrmModule.forRoot(mainDataSourceOptions(config.databaseUrl)),
        TypeOrmModule.forRoot(ballotDataSourceOptions(config.ballotDatabaseUrl), BALLOTS),
      ],
      controllers: [HealthController],
      providers: [
        { provide: LOG, useValue: log },
        { provide: CLOCK, useValue: config.clock },
        { provide: DATA_SOURCES, inject: [DataSource, ballots], useFactory: (...all: DataSource[]) => all },
        ...[LineageRepository, ReleaseRepository, TableRequestRepository, TallyCustodyRepository].map((Repository) => ({
          provide: Repository,
          inject: [DataSource],
          useFactory: (main: DataSource) => new Repository(main),
        })),
        {
          provide: BallotBoxRepository,
          inject: [ballots],
          useFactory: (box: DataSource) => new BallotBoxRepository(box),
        },
        { provide: HELD_KEY_KEY, useValue: config.heldKeyKey },
        {
          provide: WorkerKeysService,
          inject: [TallyCustodyRepository],
          useFactory: (custody: TallyCustodyRepository) => new WorkerKeysService(custody, config),
        },
        TallyKeyService,
        BallotCountService,
        ReleaseBuilderService,
        TableDecisionService,
        TimetableService,
        ...HANDLERS,
        ...queueProviders({ queue: 'tally', redisUrl: config.redisUrl, concurrency: 2 }, HANDLERS),
      ],
    };
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { OfficeConfig } from '#config';
import {
  CourseRecordRepository,
  DestructionRepository,
  ForecastRepository,
  ImportFileRepository,
  mainDataSourceOptions,
  NoticeRepository,
  OrganisationRepository,
  PeopleRepository,
  ReleaseRepository,
  RosterRepository,
  ServiceHistoryRepository,
  SuccessionRepository,
  SurveyStateRepository,
  TrainingDocumentRepository,
  TargetRepository,
  CourseCompletionRepository,
  TrainingRepository,
} from '#database';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { DocumentBuildProcessor } from './document-build/document-build.processor.js';
import { DocumentSource } from './document-build/document-source.service.js';
import { DATA_SOURCES, HealthController } from './health/health.controller.js';
import { ImportApplyProcessor } from './import-apply/import-apply.processor.js';
import { ImportCheckProcessor } from './import-check/import-check.processor.js';
import { CompletionReader } from './imports/completion-reader.js';
import { ImportReaders } from './imports/import-readers.js';
import { RosterReader } from './imports/roster-reader.js';
import { SuccessionReader } from './imports/succession-reader.js';
import { OfficeTimetableService } from './notice-reminder/office-timetable.service.js';
import { MailServer } from './notice-send/mail-server.service.js';
import { NoticeSendProcessor } from './notice-send/notice-send.processor.js';
import { queueProviders } from './queue/queue-providers.js';
import { SurveyMarkReleasedProcessor } from './survey-mark-released/survey-mark-released.processor.js';
import { SurveyRecordDestructionProcessor } from './survey-record-destruction/survey-record-destruction.processor.js';
import { CLOCK, LOG, PUBLIC_URL } from './tokens.js';
import { TrainingFactsService } from './training-facts/training-facts.service.js';
import { EngagementLinksService } from './training-forecast/engagement-links.service.js';
import { ForecastsService } from './training-forecast/forecasts.service.js';
import { TrainingForecastProcessor } from './training-forecast/training-forecast.processor.js';
import { DerivedCompletions } from './training-targets/derived-completions.service.js';
import { StandingsService } from './training-targets/standings.service.js';
import { TrainingTargetsProcessor } from './training-targets/training-targets.processor.js';
import { FileSweep } from './workbook-build/file-sweep.service.js';
import { WorkbookBuildProcessor } from './workbook-build/workbook-build.processor.js';

const HANDLERS = [
  SurveyMarkReleasedProcessor,
  SurveyRecordDestructionProcessor,
  ImportCheckProcessor,
  ImportApplyProcessor,
  TrainingTargetsProcessor,
  TrainingForecastProcessor,
  DocumentBuildProcessor,
  NoticeSendProcessor,
  WorkbookBuildProcessor,
];
const REPOSITORIES = [
  CourseRecordRepository,
  ForecastRepository,
  ImportFileRepository,
  NoticeRepository,
  OrganisationRepository,
  PeopleRepository,
  ReleaseRepository,
  RosterRepository,
  ServiceHistoryRepository,
  SuccessionRepository,
  TrainingDocumentRepository,
  TargetRepository,
  CourseCompletionRepository,
  TrainingRepository,
];

/** The process for everything that needs no ballots: imports, training, reports. It cannot reach the ballot box at all. */
@Module({})
export class OfficeModule {
  static with(config: OfficeConfig, log: Logger): DynamicModule {
    return {
      module: OfficeModule,
      imports: [TypeOrmModule.forRoot(mainDataSourceOptions(config.databaseUrl))],
      controllers: [HealthController],
      providers: [
        { provide: LOG, useValue: log },
        { provide: CLOCK, useValue: config.clock },
        { provide: PUBLIC_URL, useValue: config.publicUrl },
        { provide: MailServer, useFactory: () => new MailServer(config.mail) },
        { provide: DATA_SOURCES, inject: [DataSource], useFactory: (main: DataSource) => [main] },
        { provide: DestructionRepository, useValue: new DestructionRepository() },
        { provide: SurveyStateRepository, useValue: new SurveyStateRepository() },
        ...REPOSITORIES.map((Repository) => ({
          provide: Repository,
          inject: [DataSource],
          useFactory: (main: DataSource) => new Repository(main),
        })),
        RosterReader,
        CompletionReader,
        SuccessionReader,
        ImportReaders,
        DocumentSource,
        TrainingFactsService,
        DerivedCompletions,
        StandingsService,
        ForecastsService,
        EngagementLinksService,
        ...HANDLERS,
        ...queueProviders({ queue: 'office', redisUrl: config.redisUrl, concurrency: 3 }, HANDLERS),
        FileSweep,
        OfficeTimetableService,
      ],
    };
  }
}

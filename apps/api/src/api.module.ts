import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ConnectionsService } from './api-connections.js';
import { CLOCK, CONFIG, LOG, REDIS, type ApiParts } from './api-parts.js';
import { CustodyController } from './custody/custody.controller.js';
import { CustodyService } from './custody/custody.service.js';
import { HealthController } from './health/health.controller.js';
import { HealthService } from './health/health.service.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsService } from './imports/imports.service.js';
import { JobEventsService } from './jobs/job-events.service.js';
import { JobsController } from './jobs/jobs.controller.js';
import { JobsService } from './jobs/jobs.service.js';
import { ParticipationController } from './participation/participation.controller.js';
import { ParticipationService } from './participation/participation.service.js';
import { AccessCodesService } from './people/access-codes.service.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleService } from './people/people.service.js';
import { validationPipe } from './problems/malformed-request.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { REPOSITORIES } from './repositories.js';
import { FurtherTablesController } from './results/further-tables.controller.js';
import { FurtherTablesService } from './results/further-tables.service.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsService } from './results/results.service.js';
import { AccessGuard } from './security/access.guard.js';
import { CsrfGuard } from './security/csrf.guard.js';
import { PlainTextGuard } from './security/plain-text.guard.js';
import { AttemptLimiter } from './session/attempt-limiter.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { SignInService } from './session/sign-in.service.js';
import { SetupController } from './setup/setup.controller.js';
import { SetupService } from './setup/setup.service.js';
import { QuestionnairesController } from './surveys/questionnaires.controller.js';
import { SurveyClosingService } from './surveys/survey-closing.service.js';
import { SurveyDraftsService } from './surveys/survey-drafts.service.js';
import { SurveyFrameService } from './surveys/survey-frame.service.js';
import { SurveyLineageService } from './surveys/survey-lineage.service.js';
import { SurveyOpeningService } from './surveys/survey-opening.service.js';
import { SurveysController } from './surveys/surveys.controller.js';
import { PaperTicketsService } from './tickets/paper-tickets.service.js';
import { TicketExceptionsService } from './tickets/ticket-exceptions.service.js';
import { TicketsController } from './tickets/tickets.controller.js';
import { TicketsService } from './tickets/tickets.service.js';
import { XAPI_CONTROLLERS, XAPI_SERVICES } from './xapi/xapi-parts.js';
import { TRAINING_CONTROLLERS, TRAINING_SERVICES } from './training/training-parts.js';

/** Every route, one folder a feature. */
@Module({
  controllers: [
    SessionController,
    SetupController,
    PeopleController,
    ImportsController,
    QuestionnairesController,
    SurveysController,
    TicketsController,
    ParticipationController,
    FurtherTablesController,
    ResultsController,
    ...TRAINING_CONTROLLERS,
    ...XAPI_CONTROLLERS,
    JobsController,
    CustodyController,
    HealthController,
  ],
})
export class ApiModule {
  static with({ config, dataSource, redis, log }: ApiParts): DynamicModule {
    return ApiModule.on([
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: config.clock },
      { provide: DataSource, useValue: dataSource },
      { provide: REDIS, useValue: redis },
      { provide: LOG, useValue: log },
    ]);
  }

  /** For Nest's preview mode only: the routes are all there, and nothing behind them is ever made. */
  static outline(): DynamicModule {
    return ApiModule.on([CONFIG, CLOCK, DataSource, REDIS, LOG].map((provide) => ({ provide, useValue: {} })));
  }

  private static on(parts: readonly Provider[]): DynamicModule {
    return { module: ApiModule, providers: [...parts, ...REPOSITORIES, ...GATES, ...SERVICES] };
  }
}

/** In the order in which a request passes them. */
const GATES: Provider[] = [
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_GUARD, useClass: PlainTextGuard },
  { provide: APP_GUARD, useClass: CsrfGuard },
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_PIPE, useFactory: validationPipe },
];

const SERVICES: Provider[] = [
  AccessCodesService,
  AttemptLimiter,
  ConnectionsService,
  CustodyService,
  HealthService,
  ImportsService,
  JobEventsService,
  JobsService,
  PaperTicketsService,
  ParticipationService,
  PeopleService,
  FurtherTablesService,
  ResultsService,
  SessionService,
  SetupService,
  SignInService,
  SurveyClosingService,
  SurveyDraftsService,
  SurveyFrameService,
  SurveyLineageService,
  SurveyOpeningService,
  TicketExceptionsService,
  TicketsService,
  ...TRAINING_SERVICES,
  ...XAPI_SERVICES,
];

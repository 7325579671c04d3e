import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AttendanceRequest,
  CancelRequest,
  JobResponse,
  SessionDocumentRequest,
  TrainingSessionBody,
  TrainingSessionDetailResponse,
  TrainingSessionQuery,
  TrainingSessionResponse,
} from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { AttendanceService } from './attendance.service.js';
import { SessionPlanningService } from './session-planning.service.js';
import { TrainingSessionsService } from './sessions.service.js';

@ApiTags('training')
@Controller('training')
export class TrainingSessionsController {
  constructor(
    private readonly service: TrainingSessionsService,
    private readonly planning: SessionPlanningService,
    private readonly attendance: AttendanceService,
  ) {}

  /** Sessions (回) in order of time, with the own place. */
  @Get('sessions')
  @ApiOkResponse({ type: [TrainingSessionResponse] })
  @ApiRefusals(400, 401)
  list(@SignedIn() account: SignedInAccount, @Query() query: TrainingSessionQuery): Promise<TrainingSessionResponse[]> {
    return this.service.list(account, query);
  }

  /** A new session; a room that is taken is refused. */
  @Post('sessions')
  @Roles('hr')
  @ApiCreatedResponse({ type: TrainingSessionResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 422)
  async create(
    @SignedIn() account: SignedInAccount,
    @Body() body: TrainingSessionBody,
  ): Promise<TrainingSessionResponse> {
    return this.service.getListed(account, await this.planning.create(account, body));
  }

  /** One session with everybody enrolled. */
  @Get('sessions/:id')
  @Roles('hr')
  @ApiOkResponse({ type: TrainingSessionDetailResponse })
  @ApiRefusals(401, 403, 404)
  get(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<TrainingSessionDetailResponse> {
    return this.service.get(account, id);
  }

  /** Changes a session: people are told, and more seats are given to those who wait. */
  @Put('sessions/:id')
  @Roles('hr')
  @ApiOkResponse({ type: TrainingSessionResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 422)
  async update(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: TrainingSessionBody,
  ): Promise<TrainingSessionResponse> {
    await this.planning.update(account, id, body);
    return this.service.getListed(account, id);
  }

  /** Calls a session off and tells everybody enrolled. */
  @Post('sessions/:id/cancel')
  @HttpCode(200)
  @Roles('hr')
  @ApiOkResponse({ type: TrainingSessionResponse })
  @ApiRefusals(400, 401, 403, 404, 409)
  async cancel(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: CancelRequest,
  ): Promise<TrainingSessionResponse> {
    await this.planning.cancel(account, id, body);
    return this.service.getListed(account, id);
  }

  /** Keeps attendance and marks; settling them records who completed the course. */
  @Put('sessions/:id/attendance')
  @Roles('hr')
  @ApiOkResponse({ type: TrainingSessionDetailResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 422)
  async saveAttendance(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: AttendanceRequest,
  ): Promise<TrainingSessionDetailResponse> {
    await this.attendance.save(account, id, body);
    return this.service.get(account, id);
  }

  /** The attendance sheet to print, or the list of who completed it. */
  @Post('sessions/:id/documents')
  @HttpCode(202)
  @Roles('hr')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(400, 401, 403, 404)
  buildDocument(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: SessionDocumentRequest,
  ): Promise<JobResponse> {
    return this.service.buildDocument(account, id, body);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CreateStatementSourceRequest,
  NewStatementSourceResponse,
  ParkedStatementResponse,
  ResolveParkedRequest,
  ResolvedParkedResponse,
  StatementSourceResponse,
} from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { LearningRecordsService } from './learning-records.service.js';

@ApiTags('training')
@Controller('training')
export class LearningRecordsController {
  constructor(private readonly service: LearningRecordsService) {}

  /** Learning systems that may report completions. */
  @Get('statement-sources')
  @Roles('hr')
  @ApiOkResponse({ type: [StatementSourceResponse] })
  @ApiRefusals(401, 403)
  listSources(@SignedIn() account: SignedInAccount): Promise<StatementSourceResponse[]> {
    return this.service.listSources(account);
  }

  /** Lets a learning system in; its secret is shown once. */
  @Post('statement-sources')
  @Roles('hr')
  @ApiCreatedResponse({ type: NewStatementSourceResponse })
  @ApiRefusals(400, 401, 403, 409)
  createSource(
    @SignedIn() account: SignedInAccount,
    @Body() body: CreateStatementSourceRequest,
  ): Promise<NewStatementSourceResponse> {
    return this.service.createSource(account, body);
  }

  /** Shuts a learning system out. */
  @Delete('statement-sources/:key')
  @Roles('hr')
  @ApiOkResponse({ type: StatementSourceResponse })
  @ApiRefusals(401, 403, 404)
  revokeSource(@SignedIn() account: SignedInAccount, @Param('key') key: string): Promise<StatementSourceResponse> {
    return this.service.revokeSource(account, key);
  }

  /** Completions whose person or course is unknown. */
  @Get('parked-statements')
  @Roles('hr')
  @ApiOkResponse({ type: [ParkedStatementResponse] })
  @ApiRefusals(401, 403)
  listParked(@SignedIn() account: SignedInAccount): Promise<ParkedStatementResponse[]> {
    return this.service.listParked(account);
  }

  /** Says whom a parked completion belongs to, or dismisses it. */
  @Post('parked-statements/:id')
  @HttpCode(200)
  @Roles('hr')
  @ApiOkResponse({ type: ResolvedParkedResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 422)
  resolveParked(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: ResolveParkedRequest,
  ): Promise<ResolvedParkedResponse> {
    return this.service.resolveParked(account, id, body);
  }
}

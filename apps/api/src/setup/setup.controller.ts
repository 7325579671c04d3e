import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SessionResponse, SetupRequest } from '#contract';
import type { Request } from 'express';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Public } from '../security/access.decorator.js';
import { SessionService } from '../session/session.service.js';
import { SetupService } from './setup.service.js';

@ApiTags('setup')
@Controller('setup')
@Public()
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly sessions: SessionService,
  ) {}

  /** Whether the one-time link may still be used. */
  @Get(':token')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiRefusals(404, 429)
  check(@Param('token') token: string): Promise<void> {
    return this.setup.check(token);
  }

  /** Creates the organisation and its first account (HR and administrator), and signs it in. Works once. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: SessionResponse })
  @ApiRefusals(400, 403, 404, 409, 429)
  async complete(@Req() request: Request, @Body() body: SetupRequest): Promise<SessionResponse> {
    await this.sessions.begin(request, await this.setup.complete(body));
    return this.sessions.describe(request);
  }
}

import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { JobResponse } from '#contract';
import type { Response } from 'express';
import { ApiFile, ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { attachment } from './attachment.js';
import { JobEventsService } from './job-events.service.js';
import { JobsService } from './jobs.service.js';

@ApiTags('jobs')
@Controller('jobs/:id')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly events: JobEventsService,
  ) {}

  /** HR sees every job, others the ones they asked for. */
  @Get()
  @ApiOkResponse({ type: JobResponse })
  @ApiRefusals(401, 403, 404)
  get(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<JobResponse> {
    return this.jobs.get(account, id);
  }

  /** Server-sent events: one JobResponse as JSON at each change, until the job is done or failed. */
  @Get('events')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiRefusals(401, 403, 404)
  async follow(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.events.stream(response, await this.jobs.get(account, id), () => this.jobs.get(account, id));
  }

  /** What the job made. */
  @Get('file')
  @ApiFile(200, 'application/octet-stream')
  @ApiRefusals(401, 403, 404, 410)
  async getFile(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return attachment(response, await this.jobs.getFile(account, id));
  }
}

import { Body, Controller, Get, HttpCode, Post, Put, Query, Res, UseGuards } from '@nestjs/common';
import {
  ApiBasicAuth,
  ApiBody,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { XapiAboutResponse } from '#contract';
import type { Response } from 'express';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Machine } from '../security/access.decorator.js';
import { StatementSource, StatementSourceGuard } from './statement-source.guard.js';
import { StatementsService } from './statements.service.js';
import { notARecordStore } from './xapi-refusals.js';

const STATEMENT = { type: 'object', additionalProperties: true };
const VERSION = { name: 'X-Experience-API-Version', description: '1.0.x', required: true, schema: { type: 'string' } };

/** What of xAPI 1.0.3 learning systems need to report completions. */
@ApiTags('xapi')
@Controller('xapi')
@Machine()
export class XapiController {
  constructor(private readonly statements: StatementsService) {}

  @Get('about')
  @ApiOkResponse({ type: XapiAboutResponse })
  getAbout(): XapiAboutResponse {
    return { version: ['1.0.3'] };
  }

  /** Takes one statement or many: all of them or none. @returns their ids */
  @Post('statements')
  @HttpCode(200)
  @UseGuards(StatementSourceGuard)
  @ApiBasicAuth('xapi')
  @ApiHeader(VERSION)
  @ApiBody({ schema: { oneOf: [STATEMENT, { type: 'array', items: STATEMENT }] } })
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'string', format: 'uuid' } } })
  @ApiRefusals(400, 401, 409, 413, 415, 429)
  post(@StatementSource() source: string, @Body() body: unknown): Promise<string[]> {
    return this.statements.post(source, body);
  }

  /** Takes one statement under its id. */
  @Put('statements')
  @HttpCode(204)
  @UseGuards(StatementSourceGuard)
  @ApiBasicAuth('xapi')
  @ApiHeader(VERSION)
  @ApiQuery({ name: 'statementId', schema: { type: 'string', format: 'uuid' } })
  @ApiBody({ schema: STATEMENT })
  @ApiNoContentResponse()
  @ApiRefusals(400, 401, 409, 413, 415, 429)
  put(
    @StatementSource() source: string,
    @Query('statementId') statementId: unknown,
    @Body() body: unknown,
  ): Promise<void> {
    return this.statements.put(source, statementId, body);
  }

  /** Nothing can be read back. */
  @Get('statements')
  @ApiRefusals(405)
  get(@Res({ passthrough: true }) response: Response): never {
    response.setHeader('Allow', 'POST, PUT');
    throw notARecordStore();
  }
}

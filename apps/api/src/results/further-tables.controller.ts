import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TableRequestBody, TableRequestsResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { FurtherTablesService } from './further-tables.service.js';

@ApiTags('results')
@Controller('surveys/:id/tables')
@Roles('hr')
export class FurtherTablesController {
  constructor(private readonly tables: FurtherTablesService) {}

  /** The further tables that have been asked for, the newest first, and whether more can be. */
  @Get()
  @ApiOkResponse({ type: TableRequestsResponse })
  @ApiRefusals(401, 403, 404)
  list(@Param('id', IdPipe) id: string): Promise<TableRequestsResponse> {
    return this.tables.list(id);
  }

  /** Asks for one more table. It is released as a new version, or refused without a reason. */
  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: TableRequestsResponse })
  @ApiRefusals(400, 401, 403, 404, 409)
  request(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: TableRequestBody,
  ): Promise<TableRequestsResponse> {
    return this.tables.request(account, id, body);
  }
}

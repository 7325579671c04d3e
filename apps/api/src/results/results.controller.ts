import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BuildWorkbooksRequest, JobResponse, ResultsResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { ResultsService } from './results.service.js';

@ApiTags('results')
@Controller('surveys/:id')
@Roles('hr', 'head')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  /** The newest release: every cell for HR, the whole and the own subtree for a department head. 404 while there is none. */
  @Get('results')
  @ApiOkResponse({ type: ResultsResponse })
  @ApiRefusals(401, 403, 404)
  get(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<ResultsResponse> {
    return this.results.get(account, id);
  }

  /** Starts building one department's workbook, or all of them in one zip. A head names a department of the own subtree. */
  @Post('workbooks')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(400, 401, 403, 404)
  buildWorkbooks(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: BuildWorkbooksRequest,
  ): Promise<JobResponse> {
    return this.results.buildWorkbooks(account, id, body.departmentCode ?? null);
  }
}

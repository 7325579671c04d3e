import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CreateSurveyRequest, SurveyDetailResponse, SurveyResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { SurveyClosingService } from './survey-closing.service.js';
import { SurveyDraftsService } from './survey-drafts.service.js';
import { SurveyOpeningService } from './survey-opening.service.js';

@ApiTags('surveys')
@Controller('surveys')
@Roles('hr')
export class SurveysController {
  constructor(
    private readonly drafts: SurveyDraftsService,
    private readonly opening: SurveyOpeningService,
    private readonly closing: SurveyClosingService,
  ) {}

  /** Every survey, newest first. */
  @Get()
  @ApiOkResponse({ type: [SurveyResponse] })
  @ApiRefusals(401, 403)
  list(): Promise<SurveyResponse[]> {
    return this.drafts.list();
  }

  @Post()
  @ApiCreatedResponse({ type: SurveyDetailResponse })
  @ApiRefusals(400, 401, 403, 422)
  create(@SignedIn() account: SignedInAccount, @Body() body: CreateSurveyRequest): Promise<SurveyDetailResponse> {
    return this.drafts.create(account, body);
  }

  @Get(':id')
  @ApiOkResponse({ type: SurveyDetailResponse })
  @ApiRefusals(401, 403, 404)
  get(@Param('id', IdPipe) id: string): Promise<SurveyDetailResponse> {
    return this.drafts.get(id);
  }

  /** Changes a draft. 409 once it has been opened: group size, questionnaire and target are fixed then. */
  @Put(':id')
  @ApiOkResponse({ type: SurveyDetailResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 422)
  update(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: CreateSurveyRequest,
  ): Promise<SurveyDetailResponse> {
    return this.drafts.update(account, id, body);
  }

  /** Deletes a draft. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiRefusals(401, 403, 404, 409)
  delete(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<void> {
    return this.drafts.delete(account, id);
  }

  /** draft -> open: makes the ticket key and takes the roster snapshot. */
  @Post(':id/open')
  @HttpCode(200)
  @ApiOkResponse({ type: SurveyResponse })
  @ApiRefusals(401, 403, 404, 409, 422)
  open(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<SurveyResponse> {
    return this.opening.open(account, id);
  }

  /** open -> paper-entry: no more online tickets; HR types in what came on paper. */
  @Post(':id/paper-entry')
  @HttpCode(200)
  @ApiOkResponse({ type: SurveyResponse })
  @ApiRefusals(401, 403, 404, 409)
  startPaperEntry(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<SurveyResponse> {
    return this.closing.startPaperEntry(account, id);
  }

  /** open or paper-entry -> closed: destroys the ticket key, publishes the number of tickets, and starts the tally. */
  @Post(':id/close')
  @HttpCode(200)
  @ApiOkResponse({ type: SurveyResponse })
  @ApiRefusals(401, 403, 404, 409)
  close(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<SurveyResponse> {
    return this.closing.close(account, id);
  }
}

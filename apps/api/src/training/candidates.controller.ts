import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CandidatePageResponse, CandidateQuery, LettersRequest, LettersResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { CandidatesService } from './candidates.service.js';
import { LettersService } from './letters.service.js';

@ApiTags('training')
@Controller('training')
export class CandidatesController {
  constructor(
    private readonly service: CandidatesService,
    private readonly letters: LettersService,
  ) {}

  /** Who is due next. */
  @Get('candidates')
  @Roles('hr', 'head')
  @ApiOkResponse({ type: CandidatePageResponse })
  @ApiRefusals(400, 401, 403, 404)
  list(@SignedIn() account: SignedInAccount, @Query() query: CandidateQuery): Promise<CandidatePageResponse> {
    return this.service.list(account, query);
  }

  /** Letters to many people, by mail. */
  @Post('letters')
  @Roles('hr')
  @ApiCreatedResponse({ type: LettersResponse })
  @ApiRefusals(400, 401, 403, 422)
  sendLetters(@SignedIn() account: SignedInAccount, @Body() body: LettersRequest): Promise<LettersResponse> {
    return this.letters.send(account, body);
  }
}

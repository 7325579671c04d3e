import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AttributeCountsResponse, NotDoneResponse, ParticipationResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { ParticipationService } from './participation.service.js';

@ApiTags('surveys')
@Controller('surveys/:id')
export class ParticipationController {
  constructor(private readonly participation: ParticipationService) {}

  /** How many were asked and are done, by department and position; hidden where a group is too small. */
  @Get('participation')
  @Roles('hr')
  @ApiOkResponse({ type: ParticipationResponse })
  @ApiRefusals(401, 403, 404, 409)
  get(@Param('id', IdPipe) id: string): Promise<ParticipationResponse> {
    return this.participation.get(id);
  }

  /** Who is neither done nor on paper: whom to remind. Never how they answered. */
  @Get('not-done')
  @Roles('hr')
  @ApiOkResponse({ type: [NotDoneResponse] })
  @ApiRefusals(401, 403, 404)
  getNotDone(@Param('id', IdPipe) id: string): Promise<NotDoneResponse[]> {
    return this.participation.getNotDone(id);
  }

  /** How many of those invited share each combination of attributes: the page warns of small ones without saying which. */
  @Get('attribute-counts')
  @ApiOkResponse({ type: AttributeCountsResponse })
  @ApiRefusals(401, 403)
  getAttributeCounts(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
  ): Promise<AttributeCountsResponse> {
    return this.participation.getAttributeCounts(account, id);
  }
}

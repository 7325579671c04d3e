import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CancelRequest, DecideRequest, EnrolmentResponse, NominateRequest, NominationResponse } from '#contract';
import type { Response } from 'express';
import { attachment } from '../jobs/attachment.js';
import { ApiFile, ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { EnrolmentsService } from './enrolments.service.js';
import { InvitationsService } from './invitations.service.js';
import { NominationsService } from './nominations.service.js';

@ApiTags('training')
@Controller('training')
export class EnrolmentsController {
  constructor(
    private readonly service: EnrolmentsService,
    private readonly nominations: NominationsService,
    private readonly invitations: InvitationsService,
  ) {}

  /** Applies for oneself: a seat, or a place in the line. */
  @Post('sessions/:id/applications')
  @Roles('staff')
  @ApiCreatedResponse({ type: EnrolmentResponse })
  @ApiRefusals(401, 403, 404, 409, 422)
  apply(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<EnrolmentResponse> {
    return this.service.apply(account, id);
  }

  /** Nominates people: HR anybody, a head those of the own unit. */
  @Post('sessions/:id/nominations')
  @Roles('hr', 'head')
  @ApiCreatedResponse({ type: NominationResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 422)
  nominate(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: NominateRequest,
  ): Promise<NominationResponse> {
    return this.nominations.nominate(account, id, body);
  }

  /** The head’s word on an application. */
  @Post('enrolments/:id/decision')
  @HttpCode(200)
  @Roles('hr', 'head')
  @ApiOkResponse({ type: EnrolmentResponse })
  @ApiRefusals(400, 401, 403, 404, 409)
  decide(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: DecideRequest,
  ): Promise<EnrolmentResponse> {
    return this.service.decide(account, id, body);
  }

  /** Gives a place back: one’s own, or, for HR and the head, another’s. The next in line moves up. */
  @Post('enrolments/:id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: EnrolmentResponse })
  @ApiRefusals(400, 401, 403, 404, 409)
  cancel(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: CancelRequest,
  ): Promise<EnrolmentResponse> {
    return this.service.cancel(account, id, body);
  }

  /** The own seat as a calendar entry. Entries that came by mail are the same ones. */
  @Get('enrolments/:id/invitation')
  @Roles('staff')
  @ApiFile(200, 'text/calendar')
  @ApiRefusals(401, 403, 404, 409)
  async getInvitation(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return attachment(response, await this.invitations.build(account, id));
  }
}

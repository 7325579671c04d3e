import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  BlindSignatureResponse,
  BlindTicketRequest,
  DoneResponse,
  MySurveyResponse,
  OwnTicketResponse,
  PaperMarkRequest,
  TicketExceptionRequest,
  TicketRequest,
  TicketResponse,
} from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { PaperTicketsService } from './paper-tickets.service.js';
import { TicketExceptionsService } from './ticket-exceptions.service.js';
import { TicketsService } from './tickets.service.js';

@ApiTags('answering')
@Controller()
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly paper: PaperTicketsService,
    private readonly exceptions: TicketExceptionsService,
  ) {}

  /** The surveys that the person is or was asked to answer, newest first. */
  @Get('me/surveys')
  @ApiOkResponse({ type: [MySurveyResponse] })
  @ApiRefusals(401)
  findMine(@SignedIn() account: SignedInAccount): Promise<MySurveyResponse[]> {
    return this.tickets.findMine(account);
  }

  /** Signs the person's one ticket, blinded. The same gets the same signature again; another is refused. */
  @Post('surveys/:id/ticket')
  @HttpCode(200)
  @ApiOkResponse({ type: TicketResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 410, 422)
  issue(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: TicketRequest,
  ): Promise<TicketResponse> {
    return this.tickets.issue(account, id, body);
  }

  /** What was signed for the person, for another device and the recovery code. */
  @Get('surveys/:id/ticket')
  @ApiOkResponse({ type: OwnTicketResponse })
  @ApiRefusals(401, 403, 404)
  getOwn(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<OwnTicketResponse> {
    return this.tickets.getOwn(account, id);
  }

  /** The browser says that the ballot is in the box, until the answer is that this is stored. */
  @Post('surveys/:id/done')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneResponse })
  @ApiRefusals(401, 403, 404, 409)
  markDone(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<DoneResponse> {
    return this.tickets.markDone(account, id);
  }

  /** HR allows a second ticket to somebody who lost the recovery code. Counted, published, and shown to the person. */
  @Post('surveys/:id/ticket-exceptions')
  @HttpCode(204)
  @Roles('hr')
  @ApiNoContentResponse()
  @ApiRefusals(400, 401, 403, 404, 409, 410)
  grantException(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: TicketExceptionRequest,
  ): Promise<void> {
    return this.exceptions.grant(account, id, body);
  }

  /** HR notes that somebody took the paper form. */
  @Post('surveys/:id/paper-marks')
  @HttpCode(204)
  @Roles('hr')
  @ApiNoContentResponse()
  @ApiRefusals(400, 401, 403, 404, 409, 410)
  markPaper(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: PaperMarkRequest,
  ): Promise<void> {
    return this.paper.mark(account, id, body.staffNumber);
  }

  /** Signs a ticket for one paper answer that HR types in. Counted, and never more than papers were taken. */
  @Post('surveys/:id/paper-tickets')
  @HttpCode(200)
  @Roles('hr')
  @ApiOkResponse({ type: BlindSignatureResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 410, 422)
  issueForPaper(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: BlindTicketRequest,
  ): Promise<BlindSignatureResponse> {
    return this.paper.issue(account, id, body.blinded);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MySurveyResponse, PaperMarkRequest, TicketRequest, TicketResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { PaperTicketsService } from './paper-tickets.service.js';
import { TicketsService } from './tickets.service.js';

@ApiTags('answering')
@Controller()
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly paper: PaperTicketsService,
  ) {}

  /** The surveys that the person is or was asked to answer, newest first. */
  @Get('me/surveys')
  @ApiOkResponse({ type: [MySurveyResponse] })
  @ApiRefusals(401)
  findMine(@SignedIn() account: SignedInAccount): Promise<MySurveyResponse[]> {
    return this.tickets.findMine(account);
  }

  /** Signs the person's one ticket. The same message gets the same signature again; another message is refused. */
  @Post('surveys/:id/ticket')
  @HttpCode(200)
  @ApiOkResponse({ type: TicketResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 410, 422)
  issue(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: TicketRequest,
  ): Promise<TicketResponse> {
    return this.tickets.issue(account, id, body.message);
  }

  /** The browser says that the ballot is in the box. Safe to repeat. */
  @Post('surveys/:id/done')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiRefusals(401, 403, 404, 409)
  markDone(@SignedIn() account: SignedInAccount, @Param('id', IdPipe) id: string): Promise<void> {
    return this.tickets.markDone(account, id);
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
  @ApiOkResponse({ type: TicketResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 410, 422)
  issueForPaper(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: TicketRequest,
  ): Promise<TicketResponse> {
    return this.paper.issue(account, id, body.message);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AccessCodeIssueResponse, FirstSignInRequest, SessionResponse, SignInRequest } from '#contract';
import type { Request } from 'express';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Public, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
  ) {}

  /** Who is signed in, if anybody. Never 401. */
  @Get('session')
  @Public()
  @ApiOkResponse({ type: SessionResponse })
  @ApiRefusals(503)
  getSession(@Req() request: Request): Promise<SessionResponse> {
    return this.sessions.describe(request);
  }

  /** Signs in. One refusal for every cause, and five wrong attempts in 15 minutes a login. */
  @Post('session')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: SessionResponse })
  @ApiRefusals(400, 401, 403, 429, 503)
  async signIn(@Req() request: Request, @Body() body: SignInRequest): Promise<SessionResponse> {
    await this.sessions.begin(request, await this.signIns.withPassword(body));
    return this.sessions.describe(request);
  }

  /** First sign-in: spends the access code and sets the password. */
  @Post('session/first')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: SessionResponse })
  @ApiRefusals(400, 401, 403, 429, 503)
  async signInFirst(@Req() request: Request, @Body() body: FirstSignInRequest): Promise<SessionResponse> {
    await this.sessions.begin(request, await this.signIns.withAccessCode(body));
    return this.sessions.describe(request);
  }

  @Delete('session')
  @HttpCode(204)
  @Public()
  @ApiNoContentResponse()
  @ApiRefusals(403, 503)
  signOut(@Req() request: Request): Promise<void> {
    return this.sessions.end(request);
  }

  /** Every access code that was ever issued for the person who asks: nobody can be given one unseen. */
  @Get('me/access-code-issues')
  @ApiOkResponse({ type: [AccessCodeIssueResponse] })
  @ApiRefusals(401)
  getAccessCodeIssues(@SignedIn() account: SignedInAccount): Promise<AccessCodeIssueResponse[]> {
    return this.signIns.findAccessCodeIssues(account);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CustodyResponse, KeyShareRequest, KeyTestRequest, TallyKeyRequest } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { CustodyService } from './custody.service.js';

@ApiTags('custody')
@Controller('surveys/:id')
export class CustodyController {
  constructor(private readonly custody: CustodyService) {}

  /** Who can open the box, and what is asked of the custodians now. For everybody who is signed in: nothing of it is secret. */
  @Get('custody')
  @ApiOkResponse({ type: CustodyResponse })
  @ApiRefusals(401, 404)
  get(@Param('id', IdPipe) id: string): Promise<CustodyResponse> {
    return this.custody.get(id);
  }

  /** Registers the public part of a key that was made and split in a browser or on the command line. Another one must be tested again. */
  @Put('tally-key')
  @HttpCode(204)
  @Roles('hr', 'admin')
  @ApiNoContentResponse()
  @ApiRefusals(400, 401, 403, 404, 409, 422)
  saveKey(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: TallyKeyRequest,
  ): Promise<void> {
    return this.custody.saveKey(account, id, body);
  }

  /** Begins a test: a ballot that only the custodians' key opens. */
  @Post('key-test')
  @HttpCode(204)
  @Roles('hr', 'admin')
  @ApiNoContentResponse()
  @ApiRefusals(400, 401, 403, 404, 409)
  beginTest(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: KeyTestRequest,
  ): Promise<void> {
    return this.custody.beginTest(account, id, body.challenge);
  }

  /** Hands in one share, sealed to the worker. Whoever is signed in may: it is the share that counts. */
  @Post('key-shares')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiRefusals(400, 401, 404, 409)
  submitShare(
    @SignedIn() account: SignedInAccount,
    @Param('id', IdPipe) id: string,
    @Body() body: KeyShareRequest,
  ): Promise<void> {
    return this.custody.submitShare(account, id, body);
  }
}

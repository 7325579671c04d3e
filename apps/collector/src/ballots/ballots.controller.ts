import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { BallotSurveyResponse, CastBallotRequest, OwnCopyRequestBody } from '#contract';
import type { Response } from 'express';
import { OWN_COPY_REPLY_BYTES, sendPadded } from '../http/padded-reply.js';
import { BallotsService } from './ballots.service.js';

@Controller('ballot/surveys/:surveyId')
export class BallotsController {
  constructor(private readonly ballots: BallotsService) {}

  /** Form, keys, closing time, and, after the close, what is published of the box. 404 when it was never announced. */
  @Get()
  getSurvey(@Param('surveyId') surveyId: string): Promise<BallotSurveyResponse> {
    return this.ballots.getSurvey(surveyId);
  }

  /** The whole list of leaves, so that nobody learns whose leaf is looked for. 404 before the close, 410 after the destruction. */
  @Get('leaves')
  async getLeaves(@Param('surveyId') surveyId: string, @Res() response: Response): Promise<void> {
    const leaves = await this.ballots.getLeaves(surveyId);
    response.setHeader('Content-Type', 'application/octet-stream');
    response.setHeader('Content-Length', leaves.length);
    response.end(leaves);
  }

  /**
   * Casts a ballot. 201 stored, 200 in the place of an earlier revision or the same bytes again, 409 a newer revision is there, 403 not
   * this survey's ticket or not signed by its key, 410 closed, 404 unknown survey, 429 too often, 503 busy. Every reply has the same size,
   * so that a listener on the network does not learn which one it was.
   */
  @Post('ballots')
  async cast(
    @Param('surveyId') surveyId: string,
    @Body() request: CastBallotRequest,
    @Res() response: Response,
  ): Promise<void> {
    const reply = await this.ballots.cast(surveyId, request);
    sendPadded(response, reply.outcome === 'stored' ? 201 : 200, 'application/json', reply);
  }

  /** Gives the own copy to whoever holds the ticket's key. One size, whether there is one or not. */
  @Post('own-copy')
  @HttpCode(200)
  async getOwnCopy(
    @Param('surveyId') surveyId: string,
    @Body() request: OwnCopyRequestBody,
    @Res() response: Response,
  ): Promise<void> {
    const reply = await this.ballots.getOwnCopy(surveyId, request);
    sendPadded(response, 200, 'application/json', reply, OWN_COPY_REPLY_BYTES);
  }
}

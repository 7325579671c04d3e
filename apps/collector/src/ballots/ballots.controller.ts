import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { BallotSurveyResponse, CastBallotRequest } from '#contract';
import type { Response } from 'express';
import { sendPadded } from '../http/padded-reply.js';
import { BallotsService } from './ballots.service.js';

@Controller('ballot/surveys/:surveyId')
export class BallotsController {
  constructor(private readonly ballots: BallotsService) {}

  /** Form, key and closing time of a survey. 404 when it was never announced. */
  @Get()
  getSurvey(@Param('surveyId') surveyId: string): Promise<BallotSurveyResponse> {
    return this.ballots.getSurvey(surveyId);
  }

  /**
   * Casts a ballot. 201 stored, 200 the same bytes were stored before, 409 the ticket was used for other bytes, 403 not this
   * survey's ticket, 410 closed, 404 unknown survey, 429 too often, 503 busy. Every reply has the same size, so that a listener on
   * the network does not learn which one it was.
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
}

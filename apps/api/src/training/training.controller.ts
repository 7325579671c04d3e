import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { JobResponse, TrainingPlanResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { TrainingService } from './training.service.js';

@ApiTags('training')
@Controller('training')
export class TrainingController {
  constructor(private readonly training: TrainingService) {}

  /** Targets and standing of every programme, as last computed. */
  @Get('plan')
  @Roles('hr', 'head')
  @ApiOkResponse({ type: TrainingPlanResponse })
  @ApiRefusals(401, 403)
  getPlan(): Promise<TrainingPlanResponse> {
    return this.training.getPlan();
  }

  /** Starts computing the standing and the departments' targets anew. */
  @Post('targets')
  @HttpCode(202)
  @Roles('hr')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(401, 403)
  recompute(@SignedIn() account: SignedInAccount): Promise<JobResponse> {
    return this.training.recompute(account);
  }
}

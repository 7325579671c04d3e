import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TrainingPlanResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles } from '../security/access.decorator.js';
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
}

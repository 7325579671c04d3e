import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { JobResponse, PlanVersionResponse, SavePlanRequest, TrainingPlanResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { TrainingPlanEditingService } from './plan.service.js';

@ApiTags('training')
@Controller('training')
export class TrainingPlanEditingController {
  constructor(private readonly service: TrainingPlanEditingService) {}

  /** Changes the plan: programmes, yearly targets, audiences, completion rules. The version before stays in the history. */
  @Put('plan')
  @Roles('hr')
  @ApiOkResponse({ type: TrainingPlanResponse })
  @ApiRefusals(400, 401, 403, 409, 422)
  savePlan(@SignedIn() account: SignedInAccount, @Body() body: SavePlanRequest): Promise<TrainingPlanResponse> {
    return this.service.savePlan(account, body);
  }

  /** Every version of the plan, the newest first, with what changed. */
  @Get('plan/versions')
  @Roles('hr')
  @ApiOkResponse({ type: [PlanVersionResponse] })
  @ApiRefusals(401, 403)
  listVersions(): Promise<PlanVersionResponse[]> {
    return this.service.listVersions();
  }

  /** The plan in its published layout with actuals, targets and forecast, as a workbook. */
  @Post('plan/workbook')
  @HttpCode(202)
  @Roles('hr')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(401, 403)
  buildWorkbook(@SignedIn() account: SignedInAccount): Promise<JobResponse> {
    return this.service.buildWorkbook(account);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  JobResponse,
  PlanVersionResponse,
  SavePlanRequest,
  SetTargetRequest,
  TargetRevisionResponse,
  TrainingPlanResponse,
} from '#contract';
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
  listVersions(@SignedIn() account: SignedInAccount): Promise<PlanVersionResponse[]> {
    return this.service.listVersions(account);
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

  /** Fixes a department’s target; the others share the rest. */
  @Put('programmes/:key/targets/:year/:department')
  @HttpCode(202)
  @Roles('hr')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(400, 401, 403, 404, 422)
  setTarget(
    @SignedIn() account: SignedInAccount,
    @Param('key') key: string,
    @Param('year', ParseIntPipe) year: number,
    @Param('department') department: string,
    @Body() body: SetTargetRequest,
  ): Promise<JobResponse> {
    return this.service.setTarget(account, key, year, department, body);
  }

  /** Lets the calculation decide again. */
  @Delete('programmes/:key/targets/:year/:department')
  @HttpCode(202)
  @Roles('hr')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(401, 403, 404)
  releaseTarget(
    @SignedIn() account: SignedInAccount,
    @Param('key') key: string,
    @Param('year', ParseIntPipe) year: number,
    @Param('department') department: string,
  ): Promise<JobResponse> {
    return this.service.releaseTarget(account, key, year, department);
  }

  /** What recalculations changed and why, the newest first. */
  @Get('programmes/:key/target-revisions')
  @Roles('hr')
  @ApiOkResponse({ type: [TargetRevisionResponse] })
  @ApiRefusals(401, 403, 404)
  listRevisions(@SignedIn() account: SignedInAccount, @Param('key') key: string): Promise<TargetRevisionResponse[]> {
    return this.service.listRevisions(account, key);
  }
}

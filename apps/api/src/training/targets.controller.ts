import { Body, Controller, Delete, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { JobResponse, SetTargetRequest } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { TrainingTargetsService } from './targets.service.js';

@ApiTags('training')
@Controller('training')
export class TrainingTargetsController {
  constructor(private readonly service: TrainingTargetsService) {}

  /** Starts computing the standing and the departments' targets anew. */
  @Post('targets')
  @HttpCode(202)
  @Roles('hr')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(401, 403)
  recompute(@SignedIn() account: SignedInAccount): Promise<JobResponse> {
    return this.service.recompute(account);
  }

  /** Fixes a department’s target; the others share the rest. */
  @Put('programmes/:key/targets/:year/:department')
  @HttpCode(202)
  @Roles('hr')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(400, 401, 403, 404, 422)
  setTarget(
    @SignedIn() account: SignedInAccount,
    @Param('key') programmeKey: string,
    @Param('year', ParseIntPipe) fiscalYear: number,
    @Param('department') departmentCode: string,
    @Body() body: SetTargetRequest,
  ): Promise<JobResponse> {
    return this.service.setTarget(account, { programmeKey, fiscalYear, departmentCode }, body);
  }

  /** Lets the calculation decide again. */
  @Delete('programmes/:key/targets/:year/:department')
  @HttpCode(202)
  @Roles('hr')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(401, 403, 404)
  releaseTarget(
    @SignedIn() account: SignedInAccount,
    @Param('key') programmeKey: string,
    @Param('year', ParseIntPipe) fiscalYear: number,
    @Param('department') departmentCode: string,
  ): Promise<JobResponse> {
    return this.service.releaseTarget(account, { programmeKey, fiscalYear, departmentCode });
  }
}

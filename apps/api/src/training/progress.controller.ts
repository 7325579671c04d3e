import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EngagementLinkResponse, ForecastResponse, ProgressDetailResponse, TargetRevisionResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles } from '../security/access.decorator.js';
import { TrainingProgressService } from './progress.service.js';

@ApiTags('training')
@Controller('training')
export class TrainingProgressController {
  constructor(private readonly service: TrainingProgressService) {}

  /** Burn-up by month, and progress by position, age band and section. */
  @Get('programmes/:key/progress')
  @Roles('hr')
  @ApiOkResponse({ type: ProgressDetailResponse })
  @ApiRefusals(401, 403, 404)
  getProgress(@Param('key') key: string): Promise<ProgressDetailResponse> {
    return this.service.getProgress(key);
  }

  /** How likely each year’s and the final target are. */
  @Get('programmes/:key/forecast')
  @Roles('hr')
  @ApiOkResponse({ type: ForecastResponse })
  @ApiRefusals(401, 403, 404)
  getForecast(@Param('key') key: string): Promise<ForecastResponse> {
    return this.service.getForecast(key);
  }

  /** What recalculations changed and why, the newest first. */
  @Get('programmes/:key/target-revisions')
  @Roles('hr')
  @ApiOkResponse({ type: [TargetRevisionResponse] })
  @ApiRefusals(401, 403, 404)
  listRevisions(@Param('key') key: string): Promise<TargetRevisionResponse[]> {
    return this.service.listRevisions(key);
  }

  /** Promoter density beside released engagement figures of departments. */
  @Get('engagement-links')
  @Roles('hr')
  @ApiOkResponse({ type: [EngagementLinkResponse] })
  @ApiRefusals(401, 403)
  listLinks(): Promise<EngagementLinkResponse[]> {
    return this.service.listLinks();
  }
}

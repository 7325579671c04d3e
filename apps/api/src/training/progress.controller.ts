import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EngagementLinkResponse, ForecastResponse, ProgressDetailResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
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
  getProgress(@SignedIn() account: SignedInAccount, @Param('key') key: string): Promise<ProgressDetailResponse> {
    return this.service.getProgress(account, key);
  }

  /** How likely each year’s and the final target are. */
  @Get('programmes/:key/forecast')
  @Roles('hr')
  @ApiOkResponse({ type: ForecastResponse })
  @ApiRefusals(401, 403, 404)
  getForecast(@SignedIn() account: SignedInAccount, @Param('key') key: string): Promise<ForecastResponse> {
    return this.service.getForecast(account, key);
  }

  /** Promoter density beside released engagement figures of departments. */
  @Get('engagement-links')
  @Roles('hr')
  @ApiOkResponse({ type: [EngagementLinkResponse] })
  @ApiRefusals(401, 403)
  listLinks(@SignedIn() account: SignedInAccount): Promise<EngagementLinkResponse[]> {
    return this.service.listLinks(account);
  }
}

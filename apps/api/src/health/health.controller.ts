import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Public } from '../security/access.decorator.js';
import { HealthService } from './health.service.js';

export class HealthResponse {
  @ApiProperty({ enum: ['ok'] }) status: 'ok';
}

@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process answers. */
  @Get('live')
  @ApiOkResponse({ type: HealthResponse })
  live(): HealthResponse {
    return { status: 'ok' };
  }

  /** Database and session store answer, too. */
  @Get('ready')
  @ApiOkResponse({ type: HealthResponse })
  @ApiRefusals(503)
  async ready(): Promise<HealthResponse> {
    await this.health.requireReady();
    return { status: 'ok' };
  }
}

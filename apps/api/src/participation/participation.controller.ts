import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ParticipationResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { IdPipe } from '../problems/id.pipe.js';
import { Roles } from '../security/access.decorator.js';
import { ParticipationService } from './participation.service.js';

@ApiTags('surveys')
@Controller('surveys/:id/participation')
@Roles('hr')
export class ParticipationController {
  constructor(private readonly participation: ParticipationService) {}

  /** How many were asked and are done, by department and position; hidden where a group is too small. */
  @Get()
  @ApiOkResponse({ type: ParticipationResponse })
  @ApiRefusals(401, 403, 404, 409)
  get(@Param('id', IdPipe) id: string): Promise<ParticipationResponse> {
    return this.participation.get(id);
  }
}

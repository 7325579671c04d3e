import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CertificateRequest, JobResponse, MyTrainingResponse, UnitTrainingResponse } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { MyTrainingService } from './my-training.service.js';
import { UnitTrainingService } from './unit-training.service.js';

@ApiTags('training')
@Controller('training')
export class MyTrainingController {
  constructor(
    private readonly service: MyTrainingService,
    private readonly units: UnitTrainingService,
  ) {}

  /** One’s own enrolments, completions and notices. */
  @Get('mine')
  @Roles('staff')
  @ApiOkResponse({ type: MyTrainingResponse })
  @ApiRefusals(401, 403)
  get(@SignedIn() account: SignedInAccount): Promise<MyTrainingResponse> {
    return this.service.get(account);
  }

  /** A certificate (修了証書) as PDF. */
  @Post('mine/certificates')
  @HttpCode(202)
  @Roles('staff')
  @ApiAcceptedResponse({ type: JobResponse })
  @ApiRefusals(400, 401, 403, 404)
  buildCertificate(@SignedIn() account: SignedInAccount, @Body() body: CertificateRequest): Promise<JobResponse> {
    return this.service.buildCertificate(account, body);
  }

  /** The own unit: who, when, and what waits for the head. */
  @Get('unit')
  @Roles('head')
  @ApiOkResponse({ type: UnitTrainingResponse })
  @ApiRefusals(401, 403)
  getUnit(@SignedIn() account: SignedInAccount): Promise<UnitTrainingResponse> {
    return this.units.getUnit(account);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  DepartmentResponse,
  IssueAccessCodesRequest,
  OrganisationBody,
  SetRolesRequest,
  StaffPageResponse,
  StaffQuery,
} from '#contract';
import type { Response } from 'express';
import { attachment, XLSX } from '../jobs/attachment.js';
import { ApiFile, ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { AccessCodesService } from './access-codes.service.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller()
@Roles('hr', 'admin')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly accessCodes: AccessCodesService,
  ) {}

  @Get('organisation')
  @ApiOkResponse({ type: OrganisationBody })
  @ApiRefusals(401, 403, 404)
  getOrganisation(): Promise<OrganisationBody> {
    return this.people.getOrganisation();
  }

  @Put('organisation')
  @ApiOkResponse({ type: OrganisationBody })
  @ApiRefusals(400, 401, 403)
  renameOrganisation(@SignedIn() account: SignedInAccount, @Body() body: OrganisationBody): Promise<OrganisationBody> {
    return this.people.renameOrganisation(account, body.name);
  }

  /** Every department, depth first in the roster's order. */
  @Get('departments')
  @ApiOkResponse({ type: [DepartmentResponse] })
  @ApiRefusals(401, 403)
  getDepartments(): Promise<DepartmentResponse[]> {
    return this.people.getDepartments();
  }

  @Get('staff')
  @ApiOkResponse({ type: StaffPageResponse })
  @ApiRefusals(400, 401, 403)
  findStaff(@Query() query: StaffQuery): Promise<StaffPageResponse> {
    return this.people.findStaff(query);
  }

  /** Sets who is HR or administrator; `staff` is kept and `head` follows from the roster. */
  @Put('staff/:staffNumber/roles')
  @HttpCode(204)
  @Roles('admin')
  @ApiNoContentResponse()
  @ApiRefusals(400, 401, 403, 404, 409)
  setRoles(
    @SignedIn() account: SignedInAccount,
    @Param('staffNumber') staffNumber: string,
    @Body() body: SetRolesRequest,
  ): Promise<void> {
    return this.people.setRoles(account, staffNumber, body.roles);
  }

  /** Makes new access codes and hands them out in a workbook, once: they are stored as hashes only. */
  @Post('access-codes')
  @HttpCode(200)
  @ApiFile(200, XLSX)
  @ApiRefusals(400, 401, 403, 404, 409)
  async issueAccessCodes(
    @SignedIn() account: SignedInAccount,
    @Body() body: IssueAccessCodesRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { fileName, data } = await this.accessCodes.issue(account, body.staffNumbers ?? null);
    return attachment(response, { fileName, contentType: XLSX, data });
  }
}

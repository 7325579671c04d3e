import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CourseBody, CourseResponse, CreateCourseRequest } from '#contract';
import { ApiRefusals } from '../openapi/api-answers.decorator.js';
import { Roles, SignedIn } from '../security/access.decorator.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { CoursesService } from './courses.service.js';

@ApiTags('training')
@Controller('training')
export class CoursesController {
  constructor(private readonly service: CoursesService) {}

  /** Every course, those withdrawn last. */
  @Get('courses')
  @ApiOkResponse({ type: [CourseResponse] })
  @ApiRefusals(401)
  list(@SignedIn() account: SignedInAccount): Promise<CourseResponse[]> {
    return this.service.list(account);
  }

  /** A new course. */
  @Post('courses')
  @Roles('hr')
  @ApiCreatedResponse({ type: CourseResponse })
  @ApiRefusals(400, 401, 403, 409, 422)
  create(@SignedIn() account: SignedInAccount, @Body() body: CreateCourseRequest): Promise<CourseResponse> {
    return this.service.create(account, body);
  }

  /** Changes a course. */
  @Put('courses/:key')
  @Roles('hr')
  @ApiOkResponse({ type: CourseResponse })
  @ApiRefusals(400, 401, 403, 404, 409, 422)
  update(
    @SignedIn() account: SignedInAccount,
    @Param('key') key: string,
    @Body() body: CourseBody,
  ): Promise<CourseResponse> {
    return this.service.update(account, key, body);
  }
}

import { Injectable } from '@nestjs/common';
import type { CourseBody, CourseResponse, CreateCourseRequest } from '#contract';
import type { SignedInAccount } from '../security/signed-in-account.js';

@Injectable()
export class CoursesService {
  async list(_account: SignedInAccount): Promise<CourseResponse[]> {
    throw new Error('to come');
  }

  async create(_account: SignedInAccount, _body: CreateCourseRequest): Promise<CourseResponse> {
    throw new Error('to come');
  }

  async update(_account: SignedInAccount, _key: string, _body: CourseBody): Promise<CourseResponse> {
    throw new Error('to come');
  }
}

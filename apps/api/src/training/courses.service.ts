import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { CourseBody, CourseResponse, CreateCourseRequest } from '#contract';
import { CourseRepository, insertAuditEvent, insertJob, TrainingRepository, type ListedCourse } from '#database';
import { newJob } from '#queue';
import type { Course } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import {
  activityTaken,
  courseKeyTaken,
  courseNameBlank,
  courseUnknown,
  methodUnknown,
  programmeUnknown,
} from './course-refusals.js';

/** Courses (講座) of the programmes of the plan. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly courses: CourseRepository,
    private readonly training: TrainingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(_account: SignedInAccount): Promise<CourseResponse[]> {
    return (await this.courses.list(this.clock())).map(toResponse);
  }

  /** @throws DomainError "name-blank", "course-key-taken", "programme-unknown", "method-unknown", "activity-taken" */
  create(account: SignedInAccount, { key, ...body }: CreateCourseRequest): Promise<CourseResponse> {
    return this.dataSource.transaction(async (manager) => {
      await this.courses.lockAll(manager);
      if (await this.courses.find(key, this.clock(), manager)) throw courseKeyTaken(key);
      return this.save(manager, account, key, body);
    });
  }

  /**
   * A withdrawn course keeps its sessions and gets no new ones. Where it counts otherwise than before, standings are computed anew.
   * @throws DomainError "course-unknown", and as `create`
   */
  update(account: SignedInAccount, key: string, body: CourseBody): Promise<CourseResponse> {
    return this.dataSource.transaction(async (manager) => {
      await this.courses.lockAll(manager);
      const before = await this.courses.find(key, this.clock(), manager);
      if (!before) throw courseUnknown();
      if (before.programmeKey !== body.programmeKey || before.points !== body.points)
        await insertJob(manager, newJob('training.targets', {}, account.login));
      return this.save(manager, account, key, body, before);
    });
  }

  private async save(
    manager: EntityManager,
    account: SignedInAccount,
    key: string,
    body: CourseBody,
    before?: ListedCourse,
  ): Promise<CourseResponse> {
    const course = toCourse(key, body);
    if (course.name === '') throw courseNameBlank();
    await this.requireMethod(manager, course, before);
    const user = course.activityId && (await this.courses.findByActivity(manager, course.activityId));
    if (user && user !== key) throw activityTaken(user);
    await this.courses.save(manager, course);
    await insertAuditEvent(manager, {
      at: this.clock(),
      actor: account.login,
      action: before ? 'course.changed' : 'course.created',
      subject: key,
      detail: { programmeKey: course.programmeKey, points: course.points, withdrawn: course.withdrawn },
    });
    const saved = await this.courses.find(key, this.clock(), manager);
    if (!saved) throw new Error(`training.course ${key} is gone after it was written`);
    return toResponse(saved);
  }

  /** The plan may have dropped a method since: a course that does not change it may still be renamed or withdrawn. */
  private async requireMethod(manager: EntityManager, course: Course, before?: ListedCourse): Promise<void> {
    const programmes = await this.training.loadProgrammes(manager);
    const programme = programmes.find(({ key }) => key === course.programmeKey);
    if (!programme) throw programmeUnknown();
    if (before?.programmeKey === course.programmeKey && before.method === course.method) return;
    const methods = programme.methods.map(({ method }) => method);
    if (!methods.includes(course.method)) throw methodUnknown(programme.name, methods);
  }
}

function toCourse(key: string, body: CourseBody): Course {
  const { programmeKey, method, points, withdrawn } = body;
  return {
    key,
    name: body.name.trim(),
    description: body.description.trim(),
    programmeKey,
    method,
    points,
    passMark: body.passMark ?? null,
    activityId: body.activityId?.trim() || null,
    withdrawn,
  };
}

function toResponse({ ...course }: ListedCourse): CourseResponse {
  return course;
}

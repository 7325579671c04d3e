import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { MyEnrolmentResponse } from '#contract';
import { PeopleRepository, TrainingSessionRepository, type ListedEnrolment } from '#database';
import { CLOCK } from '../api-parts.js';
import { toEnrolmentResponse, toSessionResponse } from './training-responses.js';

/** Enrolments beside the sessions that they are for. */
@Injectable()
export class ListedPlacesService {
  constructor(
    private readonly sessions: TrainingSessionRepository,
    private readonly people: PeopleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order given. @param viewer staff number of whoever looks: the sessions show that person's own place */
  async list(viewer: string | null, enrolments: readonly ListedEnrolment[]): Promise<MyEnrolmentResponse[]> {
    const now = this.clock();
    const ids = [...new Set(enrolments.map(({ sessionId }) => sessionId))];
    const sessions = new Map((await this.sessions.findByIds(viewer, ids)).map((session) => [session.id, session]));
    const paths = await this.people.findDepartmentPaths();
    return enrolments.flatMap((enrolment) => {
      const session = sessions.get(enrolment.sessionId);
      const department = paths.get(enrolment.departmentCode) ?? enrolment.departmentCode;
      if (!session) return [];
      return { enrolment: toEnrolmentResponse(enrolment, department), session: toSessionResponse(session, now) };
    });
  }
}

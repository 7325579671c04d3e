import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type {
  JobResponse,
  SessionDocumentRequest,
  TrainingSessionDetailResponse,
  TrainingSessionQuery,
  TrainingSessionResponse,
} from '#contract';
import {
  EnrolmentRepository,
  insertJob,
  PeopleRepository,
  TrainingSessionRepository,
  type ListedSession,
} from '#database';
import { newJob } from '#queue';
import { dateInJapan, endOfDayInJapan } from '#survey-model';
import { DataSource } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { JobsService } from '../jobs/jobs.service.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { sessionUnknown } from './session-refusals.js';
import { toEnrolmentResponse, toSessionResponse } from './training-responses.js';

/** How mails stand that have not been counted: none of them. */
const NO_NOTICES = { waiting: 0, sent: 0, 'no-address': 0, 'no-server': 0, failed: 0 };

/** Sessions (回) as pages and print show them. */
@Injectable()
export class TrainingSessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: TrainingSessionRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly people: PeopleRepository,
    private readonly jobs: JobsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** At most 500 in order of time, from today on unless another day is given. */
  async list({ staffNumber }: SignedInAccount, query: TrainingSessionQuery): Promise<TrainingSessionResponse[]> {
    const now = this.clock();
    const sessions = await this.sessions.list(staffNumber, {
      from: new Date(`${query.from ?? dateInJapan(now)}T00:00:00+09:00`),
      before: query.until === undefined ? null : endOfDayInJapan(query.until),
      courseKey: query.courseKey ?? null,
    });
    return sessions.map((session) => toSessionResponse(session, now));
  }

  /** @throws DomainError "session-unknown" */
  async get(account: SignedInAccount, id: string): Promise<TrainingSessionDetailResponse> {
    const session = await this.find(account, id);
    const enrolments = await this.enrolments.listOfSession(id);
    const departments = await this.people.findDepartments();
    const paths = new Map(departments.map(({ code, path }) => [code, path.join(' ')]));
    return {
      session: toSessionResponse(session, this.clock()),
      passMark: session.passMark,
      enrolments: enrolments.map((each) =>
        toEnrolmentResponse(each, paths.get(each.departmentCode) ?? each.departmentCode),
      ),
      notices: { ...NO_NOTICES, ...(await this.sessions.countNotices(id)) },
    };
  }

  /** @throws DomainError "session-unknown" */
  async getListed(account: SignedInAccount, id: string): Promise<TrainingSessionResponse> {
    return toSessionResponse(await this.find(account, id), this.clock());
  }

  /** @throws DomainError "session-unknown" */
  async buildDocument(account: SignedInAccount, id: string, { kind }: SessionDocumentRequest): Promise<JobResponse> {
    await this.find(account, id);
    const job = newJob('document.build', { kind, subject: id }, account.login);
    return this.jobs.get(account, await insertJob(this.dataSource.manager, job));
  }

  private async find({ staffNumber }: SignedInAccount, id: string): Promise<ListedSession> {
    const [session] = await this.sessions.findByIds(staffNumber, [id]);
    if (!session) throw sessionUnknown();
    return session;
  }
}

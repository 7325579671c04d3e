import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { CertificateRequest, JobResponse, MyEnrolmentResponse, MyTrainingResponse } from '#contract';
import {
  EnrolmentRepository,
  insertJob,
  PeopleRepository,
  TrainingPeopleRepository,
  TrainingSessionRepository,
  type ListedEnrolment,
} from '#database';
import { newJob } from '#queue';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { JobsService } from '../jobs/jobs.service.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { departmentPaths } from './department-subtree.js';
import { personMissing } from './enrolment-refusals.js';
import { toEnrolmentResponse, toSessionResponse } from './training-responses.js';

const NOTICES = 20;

/** What somebody has to do with training: places, completions, notices, certificates. */
@Injectable()
export class MyTrainingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly enrolments: EnrolmentRepository,
    private readonly sessions: TrainingSessionRepository,
    private readonly trainingPeople: TrainingPeopleRepository,
    private readonly people: PeopleRepository,
    private readonly jobs: JobsService,
    // The clock decides whether a session still takes applications.
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "person-missing" for an account without a staff number */
  async get({ staffNumber }: SignedInAccount): Promise<MyTrainingResponse> {
    if (staffNumber === null) throw personMissing();
    const notices = await this.trainingPeople.findNotices(staffNumber, NOTICES);
    return {
      enrolments: await this.withSessions(staffNumber, await this.enrolments.listOfPerson(staffNumber)),
      completions: await this.trainingPeople.findCompletions(staffNumber),
      notices: notices.map((notice) => ({ ...notice, at: notice.at.toISOString() })),
    };
  }

  /** @throws DomainError "person-missing"; "completion-unknown" when the account has not completed that */
  async buildCertificate(account: SignedInAccount, { subject }: CertificateRequest): Promise<JobResponse> {
    const { staffNumber, login } = account;
    if (staffNumber === null) throw personMissing();
    const own = await this.trainingPeople.findCompletions(staffNumber);
    if (!own.some((completion) => completion.subject === subject)) throw completionUnknown();
    const payload = { kind: 'certificate', subject, staffNumber } as const;
    const id = await insertJob(this.dataSource.manager, newJob('document.build', payload, login));
    return this.jobs.get(account, id);
  }

  /** Enrolments with their sessions, in the order given. @param viewer whose own place the sessions show */
  async withSessions(viewer: string | null, enrolments: readonly ListedEnrolment[]): Promise<MyEnrolmentResponse[]> {
    const now = this.clock();
    const ids = [...new Set(enrolments.map(({ sessionId }) => sessionId))];
    const sessions = new Map((await this.sessions.listByIds(viewer, ids)).map((session) => [session.id, session]));
    const paths = departmentPaths(await this.people.findDepartments());
    return enrolments.flatMap((enrolment) => {
      const session = sessions.get(enrolment.sessionId);
      const department = paths.get(enrolment.departmentCode) ?? enrolment.departmentCode;
      if (!session) return [];
      return { enrolment: toEnrolmentResponse(enrolment, department), session: toSessionResponse(session, now) };
    });
  }
}

function completionUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'completion-unknown',
    'この研修を修了した記録がありません。修了したはずのときは人事担当へお知らせください。',
    'There is no record of your completing this. If there should be, tell HR.',
  );
}

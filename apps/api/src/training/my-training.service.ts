import { Injectable } from '@nestjs/common';
import type { CertificateRequest, JobResponse, MyTrainingResponse } from '#contract';
import { EnrolmentRepository, insertJob, NoticeRepository, TrainingPeopleRepository } from '#database';
import { newJob } from '#queue';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { JobsService } from '../jobs/jobs.service.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { personMissing } from './enrolment-refusals.js';
import { ListedPlacesService } from './listed-places.service.js';

const NOTICES = 20;

/** What somebody has to do with training: places, completions, notices, certificates. */
@Injectable()
export class MyTrainingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly enrolments: EnrolmentRepository,
    private readonly trainingPeople: TrainingPeopleRepository,
    private readonly notices: NoticeRepository,
    private readonly places: ListedPlacesService,
    private readonly jobs: JobsService,
  ) {}

  /** @throws DomainError "person-missing" for an account without a staff number */
  async get({ staffNumber }: SignedInAccount): Promise<MyTrainingResponse> {
    if (staffNumber === null) throw personMissing();
    const notices = await this.notices.findOfStaff(staffNumber, NOTICES);
    return {
      enrolments: await this.places.list(staffNumber, await this.enrolments.listOfPerson(staffNumber)),
      completions: await this.trainingPeople.findCompletions(staffNumber),
      notices: notices.map(({ kind, createdAt, course: about, subject, body }) => ({
        ...{ kind, about, subject, body },
        at: createdAt.toISOString(),
      })),
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
}

function completionUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'completion-unknown',
    'この研修を修了した記録がありません。修了したはずのときは人事担当へお知らせください。',
    'There is no record of your completing this. If there should be, tell HR.',
  );
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import type { JobResponse } from '#contract';
import { JobRepository, type JobEntity } from '#database';
import { DomainError } from '#survey-model';
import { CLOCK } from '../api-parts.js';
import { hasRole, type SignedInAccount } from '../security/signed-in-account.js';
import type { Attachment } from './attachment.js';

/** What became of the jobs that somebody asked for. */
@Injectable()
export class JobsService {
  constructor(
    private readonly jobs: JobRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "job-unknown", also when the job is another's and the account is not HR */
  async get(account: SignedInAccount, id: string): Promise<JobResponse> {
    return this.toResponse(await this.getOwn(account, id));
  }

  /** @throws DomainError "job-unknown", "job-file-missing", "job-file-expired" */
  async getFile(account: SignedInAccount, id: string): Promise<Attachment> {
    await this.getOwn(account, id);
    const file = await this.jobs.findFile(id);
    if (!file) throw fileMissing();
    if (file.expiresAt <= this.clock()) throw fileExpired();
    return file;
  }

  private async getOwn(account: SignedInAccount, id: string): Promise<JobEntity> {
    const job = await this.jobs.find(id);
    if (!job || (job.requestedBy !== account.login && !hasRole(account, 'hr'))) throw jobUnknown();
    return job;
  }

  private async toResponse({ id, name, state, doneSteps, totalSteps, step, failure }: JobEntity): Promise<JobResponse> {
    const fileName = state === 'done' ? await this.jobs.findFileName(id) : null;
    return { id, name, state, doneSteps, totalSteps, step, failure: failure?.ja ?? null, fileName };
  }
}

function jobUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'job-unknown',
    'この処理は見つかりません。元の画面からもう一度始めてください。',
    'There is no such job. Start it again from its page.',
  );
}

function fileMissing(): DomainError {
  return new DomainError(
    'not-found',
    'job-file-missing',
    'この処理のファイルはまだありません。処理が終わるまでお待ちください。',
    'This job has made no file yet. Wait until it is done.',
  );
}

function fileExpired(): DomainError {
  return new DomainError(
    'gone',
    'job-file-expired',
    'ファイルの保存期間が過ぎました。もう一度作成してください。',
    'The file has expired. Build it again.',
  );
}

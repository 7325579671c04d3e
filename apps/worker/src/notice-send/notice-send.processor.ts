import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import { NoticeRepository, type NoticeForSending, type NoticeState } from '#database';
import type { NoticePayload } from '#queue';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK, LOG, PUBLIC_URL } from '../tokens.js';
import { nextAttemptIn } from './mail-problem.js';
import { MailServer } from './mail-server.service.js';
import { isMailAddress, noticeMail } from './notice-mail.js';
import { isOutdated } from './notice-validity.js';

type Outcome =
  | { readonly state: Exclude<NoticeState, 'waiting'>; readonly failure: string | null }
  | { readonly state: 'waiting'; readonly failure: string; readonly seconds: number };

/**
 * One mail. It goes out at least once: a process that dies between the server's answer and the mark sends it again, under the same
 * Message-ID. What cannot be sent now is written as a new job for later, so that the day it may take is not the queue's few attempts.
 */
@Injectable()
export class NoticeSendProcessor implements JobHandler<'notice.send'> {
  readonly job = 'notice.send';

  constructor(
    private readonly main: DataSource,
    private readonly notices: NoticeRepository,
    private readonly server: MailServer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  async handle({ noticeId }: NoticePayload, run: JobRun): Promise<void> {
    const notice = await this.notices.findForSending(noticeId);
    if (notice?.state !== 'waiting') return run.finish(this.main.manager);
    const outcome = await this.deliver(notice);
    await this.main.transaction(async (manager) => {
      const { state, failure } = outcome;
      if (state === 'sent') await this.notices.markSent(manager, noticeId, this.clock());
      else if (state === 'waiting')
        await this.notices.postpone(manager, noticeId, outcome.seconds, outcome.failure, run.requestedBy);
      else await this.notices.markUnsent(manager, noticeId, state, failure);
      await run.finish(manager);
    });
  }

  private async deliver(notice: NoticeForSending): Promise<Outcome> {
    const now = this.clock();
    const { config } = this.server;
    const to = notice.person?.email ?? '';
    if (isOutdated(notice, now)) return { state: 'outdated', failure: null };
    if (!config) return { state: 'no-server', failure: null };
    if (!isMailAddress(to)) return { state: 'no-address', failure: null };
    const problem = await this.server.send(noticeMail(notice, to, config.from, this.publicUrl, now));
    if (!problem) return { state: 'sent', failure: null };
    this.log.warn({ notice: notice.id, kind: notice.kind, problem: problem.code }, 'mail not sent');
    const seconds = nextAttemptIn((now.getTime() - notice.createdAt.getTime()) / 1000);
    if (problem.kind === 'refused' || seconds === null) return { state: 'failed', failure: problem.message };
    return { state: 'waiting', failure: problem.message, seconds: Math.max(seconds, problem.pauseSeconds) };
  }
}

import { Injectable } from '@nestjs/common';
import { ReleaseRepository } from '#database';
import { BallotBoxRepository } from '#database/ballot';
import type { SurveyPayload } from '#queue';
import { DataSource } from 'typeorm';
import { TallyKeyService } from '../custody/tally-key.service.js';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { announcementOf, surveyNotOpened } from './survey-announcement.js';

/** Tells the ballot box of an opened survey: form, ticket key, closing times. */
@Injectable()
export class SurveyAnnounceProcessor implements JobHandler<'survey.announce'> {
  readonly job = 'survey.announce';

  constructor(
    private readonly main: DataSource,
    private readonly releases: ReleaseRepository,
    private readonly box: BallotBoxRepository,
    private readonly keys: TallyKeyService,
  ) {}

  /** @throws DomainError "survey-not-opened", "tally-key-missing"; "announcement-differs" when the box knows another key */
  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    const frame = await this.releases.findFrame(surveyId);
    if (!frame) throw surveyNotOpened(surveyId);
    await run.progress(0, 1, '回答の受付を準備しています');
    const { publicKey } = await this.keys.announceable(surveyId, frame.custody);
    await this.box.announce(announcementOf(frame, publicKey));
    await run.finish(this.main.manager);
  }
}

import { Injectable } from '@nestjs/common';
import { merkleRoot } from '#ballot';
import {
  insertJob,
  ReleaseRepository,
  withAdvisoryLock,
  type BoxCount,
  type IssuedTickets,
  type SurveyFrameEntity,
} from '#database';
import { BallotBoxRepository } from '#database/ballot';
import { newJob, type SurveyPayload } from '#queue';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { BallotCountService, type CountedBox } from '../ballot-count/ballot-count.service.js';
import { TallyKeyService } from '../custody/tally-key.service.js';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { ReleaseBuilderService, type BuiltRelease } from '../release-building/release-builder.service.js';
import { announcementOf, surveyNotOpened } from '../survey-announce/survey-announcement.js';

/**
 * Closes the box, opens the ballots, scores, protects and releases: one job, in memory, one transaction at the end. Opened answers are
 * never stored between the steps, and nothing of a result exists before all of it does.
 */
@Injectable()
export class SurveyTallyProcessor implements JobHandler<'survey.tally'> {
  readonly job = 'survey.tally';

  constructor(
    private readonly main: DataSource,
    private readonly releases: ReleaseRepository,
    private readonly box: BallotBoxRepository,
    private readonly keys: TallyKeyService,
    private readonly counting: BallotCountService,
    private readonly builder: ReleaseBuilderService,
  ) {}

  /**
   * Ends without a release while custodians' shares are missing; the last of them starts it again.
   * @throws DomainError "survey-not-opened", "survey-not-closed", "more-ballots-than-tickets", "key-shares-mismatch"
   */
  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    const frame = await this.releases.findFrame(surveyId);
    if (!frame) throw surveyNotOpened(surveyId);
    if (await this.releases.exists(surveyId)) return run.finish(this.main.manager);
    const issued = await this.releases.findIssued(surveyId);
    if (issued === null) throw notClosed(surveyId);
    const ballots = await this.close(frame, issued.tickets, run);
    const privateKey = await this.keys.takePrivateKey(surveyId, 'tally');
    if (privateKey === null) return run.finish(this.main.manager);
    const counted = await this.counting.count(frame, privateKey, (read) =>
      run.progress(read, ballots + 2, `回答を集計しています(${read}/${ballots})`),
    );
    const root = await this.publish(surveyId, counted, issued);
    await run.progress(ballots, ballots + 2, '少人数の集計値が分からないように秘匿しています');
    const built = await this.builder.first(frame, counted);
    await run.progress(ballots + 1, ballots + 2, '公表版を保存しています');
    await this.save(built, { ballots, rejected: counted.rejected, merkleRoot: root.toString('hex') }, run);
  }

  /** @returns how many ballots lie in the box, into which no more can come */
  private async close(frame: SurveyFrameEntity, tickets: number, run: JobRun): Promise<number> {
    await run.progress(0, 1, '投票箱を締め切っています');
    // Repeated here because the survey may be closed before its announcement has reached the box.
    const { publicKey } = await this.keys.announceable(frame.surveyId, frame.custody);
    await this.box.announce(announcementOf(frame, publicKey));
    await this.box.closeSurvey(frame.surveyId);
    await this.box.forgetLog();
    const ballots = await this.box.countBallots(frame.surveyId);
    if (ballots > tickets) throw tooManyBallots(ballots, tickets);
    return ballots;
  }

  /** Counts and the list of leaves, for everybody to look for their own. Repeating it changes nothing. @returns the Merkle root */
  private async publish(
    surveyId: string,
    { leaves }: CountedBox,
    issued: Pick<IssuedTickets, 'tickets' | 'exceptions'>,
  ): Promise<Buffer> {
    const root = Buffer.from(await merkleRoot(leaves));
    const sorted = leaves.map((leaf) => Buffer.from(leaf)).sort(Buffer.compare);
    await this.box.publishLeaves(surveyId, { root, leaves: Buffer.concat(sorted), ballots: leaves.length, ...issued });
    return root;
  }

  /** All of it or nothing, and only once: whoever comes second finds the release of the first. */
  private async save({ release, analysis }: BuiltRelease, box: BoxCount, run: JobRun): Promise<void> {
    const { surveyId } = release;
    await withAdvisoryLock(this.main, `release ${surveyId}`, async (manager) => {
      if (!(await this.releases.exists(surveyId, manager))) {
        await this.releases.insert(manager, release);
        await this.releases.insertAnalysis(manager, release, analysis);
        await this.releases.insertBoxCount(manager, surveyId, box);
        await insertJob(manager, newJob('survey.mark-released', { surveyId }, run.requestedBy));
      }
      await run.finish(manager);
    });
  }
}

function notClosed(surveyId: string): DomainError {
  return new DomainError(
    'conflict',
    'survey-not-closed',
    `調査 ${surveyId} は締め切られていません。調査の画面で締め切ってください。`,
    `Survey ${surveyId} has not been closed. Close it on its page.`,
  );
}

function tooManyBallots(ballots: number, tickets: number): DomainError {
  return new DomainError(
    'conflict',
    'more-ballots-than-tickets',
    `投票箱の回答(${ballots}件)が、発行した回答券(${tickets}枚)より多いため、開票を中止しました。余分な回答が混ざったおそれがあります。監査担当と投票箱を確かめてください。`,
    `The box holds ${ballots} ballots, more than the ${tickets} tickets issued. The tally has stopped: ballots may have been stuffed. Examine the box with the auditors.`,
  );
}

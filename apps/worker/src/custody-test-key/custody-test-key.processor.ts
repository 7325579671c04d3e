import { Inject, Injectable } from '@nestjs/common';
import { fromBase64Url, importTallyKey, openBallot } from '#ballot';
import type { Clock } from '#config';
import { TallyCustodyRepository, type KeyChallenge } from '#database';
import type { SurveyPayload } from '#queue';
import { DomainError } from '#survey-model';
import { DataSource } from 'typeorm';
import { TallyKeyService } from '../custody/tally-key.service.js';
import type { JobHandler, JobRun } from '../queue/job-handler.js';
import { CLOCK } from '../tokens.js';

/** Test ballots lie under no ticket. */
const TEST_SERIAL = new Uint8Array(32);

/** Opens a test ballot with the custodians' shares, before any real one is sealed to their key. */
@Injectable()
export class CustodyTestKeyProcessor implements JobHandler<'custody.test-key'> {
  readonly job = 'custody.test-key';

  constructor(
    private readonly main: DataSource,
    private readonly custody: TallyCustodyRepository,
    private readonly keys: TallyKeyService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ surveyId }: SurveyPayload, run: JobRun): Promise<void> {
    await run.progress(0, 1, '試しの回答を開けています');
    const challenge = await this.custody.findChallenge(surveyId);
    const passed = challenge !== null && (await this.opens(surveyId, challenge));
    await this.main.transaction(async (manager) => {
      // null: some shares were wrong, or an earlier attempt took them and did not end. They are asked for again.
      if (passed !== null) await this.custody.saveTestOutcome(manager, surveyId, passed ? this.clock() : null);
      await run.finish(manager);
    });
  }

  private async opens(surveyId: string, { nonce, sealed }: KeyChallenge): Promise<boolean | null> {
    try {
      const privateKey = await this.keys.takePrivateKey(surveyId, 'test');
      if (privateKey === null) return null;
      const key = await importTallyKey(privateKey);
      const opened = (await openBallot(key, surveyId, TEST_SERIAL, fromBase64Url(sealed))) as {
        readonly answers?: { readonly test?: unknown };
      };
      return opened.answers?.test === nonce;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

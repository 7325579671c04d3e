import { Inject, Injectable } from '@nestjs/common';
import { keyFingerprint } from '#ballot';
import type { Clock } from '#config';
import type { CustodyResponse, KeyChallengeBody, KeyShareRequest, TallyKeyRequest } from '#contract';
import { CustodyRepository, insertAuditEvent, insertJob, SurveyRepository, type SurveyEntity } from '#database';
import { newJob } from '#queue';
import type { KeySharePurpose, SurveyState } from '#survey-model';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import type { SignedInAccount } from '../security/signed-in-account.js';
import { surveyNotDraft, surveyUnknown } from '../surveys/survey-refusals.js';
import { digestsDiffer, notAsked, noKey, notCustodians, thresholdTooLarge } from './custody-refusals.js';

/** Public keys and sealed shares on their way to the worker. The api cannot read a share, and no table holds a whole key. */
@Injectable()
export class CustodyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveyRepository,
    private readonly custody: CustodyRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError "survey-unknown" */
  async get(id: string): Promise<CustodyResponse> {
    const survey = await this.surveys.findSummary(id);
    if (!survey) throw surveyUnknown();
    const key = await this.custody.findTallyKey(id);
    const test = await this.custody.findTest(id);
    const worker = await this.custody.findWorkerKey();
    const tested = key?.testedAt != null;
    return {
      title: survey.title,
      editable: survey.state === 'draft',
      custody: survey.custody,
      shares: key?.shares ?? null,
      threshold: key?.threshold ?? null,
      publicKey: key?.publicKey ?? null,
      fingerprint: key && (await keyFingerprint(key.publicKey)),
      shareDigests: [...(key?.shareDigests ?? [])],
      tested,
      testOutcome: test?.outcome ?? null,
      submitted: {
        test: await this.custody.findShareIndices(id, 'test'),
        tally: await this.custody.findShareIndices(id, 'tally'),
      },
      needs:
        survey.custody === 'custodians' && key
          ? neededFor(survey.state, tested, test !== null, survey.awaitingKey)
          : null,
      workerPublicKey: worker?.publicKey ?? null,
    };
  }

  /** @throws DomainError "survey-unknown", "survey-not-draft", "not-custodians", "custody-threshold", "custody-digests" */
  saveKey(account: SignedInAccount, id: string, key: TallyKeyRequest): Promise<void> {
    return this.change(account, id, 'custody.key-registered', async (manager) => {
      if (key.threshold > key.shares) throw thresholdTooLarge();
      if (new Set(key.shareDigests).size !== key.shares || key.shareDigests.length !== key.shares)
        throw digestsDiffer();
      await this.custody.saveTallyKey(manager, id, key);
      return { shares: key.shares, threshold: key.threshold, fingerprint: await keyFingerprint(key.publicKey) };
    });
  }

  /** @throws DomainError "survey-unknown", "survey-not-draft", "not-custodians", "custody-no-key" */
  beginTest(account: SignedInAccount, id: string, challenge: KeyChallengeBody): Promise<void> {
    return this.change(account, id, 'custody.test-begun', async (manager) => {
      if (!(await this.custody.findTallyKey(id, manager))) throw noKey();
      const { nonce, sealed } = challenge;
      await this.custody.saveChallenge(manager, id, { nonce, sealed });
      return {};
    });
  }

  /**
   * Keeps the share for the worker; as soon as there are enough, the job that uses them is written in the same transaction. The worker
   * throws wrong ones away, and then asks for more.
   * @throws DomainError "survey-unknown", "custody-no-key", "custody-not-asked"
   */
  async submitShare(account: SignedInAccount, id: string, { purpose, index, sealed }: KeyShareRequest): Promise<void> {
    const { needs } = await this.get(id);
    if (needs !== purpose) throw notAsked();
    await this.dataSource.transaction(async (manager) => {
      const survey = await this.surveys.findLocked(manager, id, 'exclusive');
      if (!survey) throw surveyUnknown();
      const key = await this.custody.findTallyKey(id, manager);
      if (!key?.threshold || !key.shares || index > key.shares) throw noKey();
      const count = await this.custody.saveShare(manager, { surveyId: id, purpose, index, sealed });
      const detail = { purpose, share: index };
      await this.record(manager, account, 'custody.share-submitted', id, detail);
      if (count >= key.threshold) {
        const opening = survey.state === 'released' ? 'survey.publish-tables' : 'survey.tally';
        const name = purpose === 'test' ? 'custody.test-key' : opening;
        await insertJob(manager, newJob(name, { surveyId: id }, account.login));
      }
    });
  }

  private async change(
    account: SignedInAccount,
    id: string,
    action: string,
    work: (manager: EntityManager) => Promise<Record<string, unknown>>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const survey = await this.surveys.findLocked(manager, id, 'exclusive');
      requireDraft(survey);
      await this.record(manager, account, action, id, await work(manager));
    });
  }

  private record(
    manager: EntityManager,
    account: SignedInAccount,
    action: string,
    subject: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return insertAuditEvent(manager, { at: this.clock(), actor: account.login, action, subject, detail });
  }
}

function requireDraft(survey: SurveyEntity | null): void {
  if (!survey) throw surveyUnknown();
  if (survey.state !== 'draft') throw surveyNotDraft();
  if (survey.custody !== 'custodians') throw notCustodians();
}

function neededFor(
  state: SurveyState,
  tested: boolean,
  testBegun: boolean,
  awaitingKey: boolean,
): KeySharePurpose | null {
  if (state === 'draft') return testBegun && !tested ? 'test' : null;
  return awaitingKey ? 'tally' : null;
}

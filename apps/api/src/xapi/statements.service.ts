import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  CourseCompletionRepository,
  insertJob,
  StatementRepository,
  StatementSourceRepository,
  type NewStatement,
} from '#database';
import { newJob } from '#queue';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK } from '../api-parts.js';
import { agentText } from './agent-id.js';
import type { JsonObject } from './check-values.js';
import { DirectoryService } from './directory.service.js';
import { Faults } from './faults.js';
import { judgeClaim, type Judgement } from './judge-claim.js';
import { readBatch, readPut, type IdentifiedStatement } from './read-batch.js';
import { readClaim, type Claim, type IgnoredReason } from './read-claim.js';
import { sameStatement } from './same-statement.js';
import { statementsConflict } from './xapi-refusals.js';

/** A statement and what becomes of it. */
interface Judged extends IdentifiedStatement {
  readonly claim: Claim | null;
  readonly judgement: Judgement | { readonly outcome: 'ignored'; readonly reason: IgnoredReason };
}

/** Takes statements in: all of a request in one transaction, or none. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sources: StatementSourceRepository,
    private readonly statements: StatementRepository,
    private readonly completions: CourseCompletionRepository,
    private readonly directory: DirectoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the ids, in the order of the request
   * @throws WordedRefusal 400 "statements-malformed", 409 "statement-conflict"
   */
  async post(sourceKey: string, body: unknown): Promise<string[]> {
    const receivedAt = this.clock();
    const batch = readBatch(body, receivedAt);
    await this.take(sourceKey, batch, receivedAt);
    return batch.map(({ id }) => id);
  }

  /** @throws WordedRefusal 400 "statements-malformed", 409 "statement-conflict" */
  async put(sourceKey: string, statementId: unknown, body: unknown): Promise<void> {
    const receivedAt = this.clock();
    await this.take(sourceKey, [readPut(body, statementId, receivedAt)], receivedAt);
  }

  private async take(sourceKey: string, batch: readonly IdentifiedStatement[], receivedAt: Date): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const judged = await this.judge(manager, batch, receivedAt);
      const rows = judged.map(({ id, statement, judgement }): NewStatement => ({
        id,
        statement,
        outcome: judgement.outcome,
        reason: judgement.outcome === 'recorded' ? '' : judgement.reason,
      }));
      const added = await this.statements.insertNew(manager, rows, { sourceKey, receivedAt });
      await this.refuseConflicts(
        manager,
        batch.filter(({ id }) => !added.has(id)),
      );
      const fresh = judged.filter(({ id }) => added.has(id));
      if (await this.record(manager, fresh, receivedAt))
        await insertJob(manager, newJob('training.targets', {}, `xapi:${sourceKey}`));
      await this.sources.noteUse(manager, sourceKey, receivedAt);
    });
  }

  private async judge(
    manager: EntityManager,
    batch: readonly IdentifiedStatement[],
    receivedAt: Date,
  ): Promise<Judged[]> {
    const read = batch.map((each) => ({ each, reading: readClaim(each.statement, receivedAt) }));
    const claims = read.flatMap(({ reading }) => ('claim' in reading ? [reading.claim] : []));
    const directory = await this.directory.open(manager, claims);
    return read.map(({ each, reading }) =>
      'claim' in reading
        ? { ...each, claim: reading.claim, judgement: judgeClaim(reading.claim, directory) }
        : { ...each, claim: null, judgement: { outcome: 'ignored', reason: reading.ignored } },
    );
  }

  /** What is known under these ids must be the same; after the insert, so that another request's are there too. */
  private async refuseConflicts(manager: EntityManager, known: readonly IdentifiedStatement[]): Promise<void> {
    if (known.length === 0) return;
    const before = await this.statements.findByIds(
      manager,
      known.map(({ id }) => id),
    );
    const faults = new Faults();
    for (const { id, place, statement } of known) {
      if (!sameStatement(statement, (before.get(id) ?? {}) as JsonObject))
        faults.add(`${place}.id`, '同じ id で内容が違います。', 'is the id of another statement');
    }
    if (faults.count > 0) throw statementsConflict(faults);
  }

  /** @returns whether any completion came of them */
  private async record(manager: EntityManager, judged: readonly Judged[], receivedAt: Date): Promise<boolean> {
    const completions = judged.flatMap(({ id, claim, judgement }) =>
      claim && judgement.outcome === 'recorded' ? [{ ...judgement, ...pick(claim), statementId: id }] : [],
    );
    const parked = judged.flatMap(({ id, claim, judgement }) => {
      if (!claim || judgement.outcome !== 'parked') return [];
      const { activityId, activityName } = claim;
      const actor = agentText(claim.actor);
      return [{ ...pick(claim), statementId: id, reason: judgement.reason, actor, activityId, activityName }];
    });
    await this.completions.saveReported(manager, completions, receivedAt);
    await this.statements.insertParked(manager, parked);
    return completions.length > 0;
  }
}

function pick({ completedOn, mark }: Claim): Pick<Claim, 'completedOn' | 'mark'> {
  return { completedOn, mark };
}

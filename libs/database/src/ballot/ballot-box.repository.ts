import { DomainError } from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import type {
  AnnouncedSurvey,
  CastOutcome,
  LeafList,
  NewBallot,
  OwnBallot,
  SealedBallot,
  SurveyAnnouncement,
} from './ballot-box.js';
import { SurveyBoxEntity } from './survey-box.entity.js';

const QUIET_SETTINGS = {
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** The ballot box. Which methods work depends on the role: the collector finds, casts and fetches, the tally does the rest. */
export class BallotBoxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Tells the box of a survey, or brings it up to date; repeating it changes nothing, and after the close it does nothing.
   * @throws DomainError "announcement-differs" when the survey is known under another key: tickets are out that it would void
   */
  async announce(survey: SurveyAnnouncement): Promise<void> {
    const { form, ticketPublicKey, tallyPublicKey, custody, closesAt, paper, destroyOn } = survey;
    const paperKey = paper?.ticketPublicKey ?? null;
    const known = await this.call<boolean>(
      'announce_survey($1, $2, $3, $4, $5, $6, $7, $8)',
      form,
      ticketPublicKey,
      tallyPublicKey,
      custody,
      closesAt,
      paperKey,
      paper?.closesAt ?? null,
      destroyOn,
    );
    if (known) return;
    throw new DomainError(
      'conflict',
      'announcement-differs',
      'この調査は別の鍵で受付箱に登録済みです。鍵は変えられません。新しい調査を作成してください。',
      'The ballot box knows this survey under another key, which cannot change. Create a new survey.',
    );
  }

  async findSurvey(surveyId: string): Promise<AnnouncedSurvey | null> {
    const row = await this.dataSource.getRepository(SurveyBoxEntity).findOneBy({ surveyId });
    if (!row) return null;
    const { paperTicketPublicKey, paperClosesAt, ...survey } = row;
    const paper =
      paperTicketPublicKey && paperClosesAt ? { ticketPublicKey: paperTicketPublicKey, closesAt: paperClosesAt } : null;
    return { ...survey, paper };
  }

  /** @throws DomainError "survey-unknown" */
  async getSurvey(surveyId: string): Promise<AnnouncedSurvey> {
    const survey = await this.findSurvey(surveyId);
    if (!survey) throw surveyUnknown();
    return survey;
  }

  /** Puts one ballot into the box, in the place of an earlier revision, never after the close. One statement, safe to repeat. */
  cast({ surveyId, serial, revision, sealed, copy, paper }: NewBallot, now: Date): Promise<CastOutcome> {
    const [s, b, c] = [serial, sealed, copy].map(asBuffer);
    return this.call('cast_ballot($1, $2, $3, $4, $5, $6, $7)', surveyId, s, revision, b, c, paper, now);
  }

  /** What its author may have back; null when there is no ballot of this serial. Until the destruction. */
  async findOwn(surveyId: string, serial: Uint8Array): Promise<OwnBallot | null> {
    const rows = await this.dataSource.query<{ revision: number; sealed_digest: Buffer; copy: Buffer }[]>(
      'SELECT * FROM ballot.own_copy($1, $2)',
      [surveyId, asBuffer(serial)],
    );
    const [row] = rows;
    return row ? { revision: row.revision, sealedDigest: row.sealed_digest, copy: row.copy } : null;
  }

  /**
   * Closes the box: waits for the ballots that are being cast at this moment, lets none in afterwards, and lays all of them out anew in
   * random order. Safe to repeat.
   * @throws DomainError "survey-unknown"
   */
  async closeSurvey(surveyId: string): Promise<void> {
    if (!(await this.callAtLength<boolean>('close_survey($1)', surveyId))) throw surveyUnknown();
  }

  /**
   * Has the database throw away what its write-ahead log still holds. Call it after the close, in a statement of its own.
   * @returns false where the owner of the database lacks the rights (docs/operations.md)
   */
  forgetLog(): Promise<boolean> {
    return this.call<boolean>('forget_log()');
  }

  /** Lays an open box out anew in random order. Does nothing once it is closed. */
  async rewriteBox(surveyId: string): Promise<void> {
    await this.callAtLength<boolean>('rewrite_box($1)', surveyId);
  }

  /** The official number of answers. @throws DomainError "survey-unknown", "box-not-closed" or "box-destroyed" */
  async countBallots(surveyId: string): Promise<number> {
    await this.requireReadable(surveyId);
    return this.call('count_box($1)', surveyId);
  }

  /**
   * All ballots of a closed survey in batches. In the order of their serials, which are hashes: the order in which they came in cannot be
   * seen.
   * @throws DomainError "survey-unknown", "box-not-closed" or "box-destroyed"
   */
  async *readBallots(surveyId: string, batchSize = 500): AsyncGenerator<SealedBallot[]> {
    await this.requireReadable(surveyId);
    let after: Buffer = Buffer.alloc(0);
    for (;;) {
      const rows = await this.dataSource.query<SealedBallot[]>('SELECT * FROM ballot.read_box($1, $2, $3)', [
        surveyId,
        after,
        batchSize,
      ]);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.serial;
    }
  }

  /** Publishes the list of leaves. Safe to repeat. @throws DomainError "leaves-differ" when another list is published already */
  async publishLeaves(surveyId: string, list: LeafList): Promise<void> {
    const { root, leaves, ballots, tickets, exceptions } = list;
    const call = 'publish_leaves($1, $2, $3, $4, $5, $6)';
    if (await this.call<boolean>(call, surveyId, root, leaves, ballots, tickets, exceptions)) return;
    throw new DomainError(
      'conflict',
      'leaves-differ',
      'この調査の受領証の一覧は、別の内容ですでに公表されています。投票箱が書き換えられたおそれがあります。監査担当と確かめてください。',
      'Another list of leaves is published for this survey. The box may have been changed; examine it with the auditors.',
    );
  }

  async findLeaves(surveyId: string): Promise<LeafList | null> {
    const rows = await this.dataSource.query<LeafList[]>(
      'SELECT root, leaves, ballots, tickets, exceptions FROM ballot.leaf_list WHERE survey_id = $1 AND leaves IS NOT NULL',
      [surveyId],
    );
    return rows[0] ?? null;
  }

  /** Root and number of the published leaves, without the list; they stay when it is destroyed. */
  async findRoot(surveyId: string): Promise<Omit<LeafList, 'leaves'> | null> {
    const rows = await this.dataSource.query<LeafList[]>(
      'SELECT root, ballots, tickets, exceptions FROM ballot.leaf_list WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0] ?? null;
  }

  /**
   * Destroys ballots, serials, copies and leaves. Safe to repeat.
   * @param today "YYYY-MM-DD"
   * @throws DomainError "survey-unknown"; "destruction-not-due" before the day declared to staff, or before the close
   */
  async destroySurvey(surveyId: string, today: string): Promise<void> {
    const outcome = await this.callAtLength<string>('destroy_survey($1, $2)', surveyId, today);
    if (outcome === 'unknown-survey') throw surveyUnknown();
    if (outcome !== 'not-yet') return;
    throw destructionNotDue();
  }

  /** Settings of this session, "name=value", that would let ballots or their moments into the server's log. */
  async findLoudSettings(): Promise<string[]> {
    const rows = await this.dataSource.query<{ loud: string }[]>(
      `SELECT name || '=' || setting AS loud FROM pg_settings JOIN unnest($1::text[], $2::text[]) AS quiet (wanted, value)
         ON wanted = name WHERE setting <> value ORDER BY name`,
      [Object.keys(QUIET_SETTINGS), Object.values(QUIET_SETTINGS)],
    );
    return rows.map(({ loud }) => loud);
  }

  /** Whether the database answers and is migrated. */
  async isReady(): Promise<boolean> {
    return this.dataSource.query('SELECT FROM ballot.survey LIMIT 1').then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.dataSource.destroy();
  }

  /** One of the schema's functions, which return one value. */
  private call<T>(invocation: string, ...parameters: readonly unknown[]): Promise<T> {
    return callFunction(this.dataSource.manager, invocation, parameters);
  }

  /** For what lays the whole box out anew: the usual limit of half a minute is meant for casts. */
  private callAtLength<T>(invocation: string, ...parameters: readonly unknown[]): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL statement_timeout = 0');
      return callFunction<T>(manager, invocation, parameters);
    });
  }

  private async requireReadable(surveyId: string): Promise<void> {
    const { closed, destroyed } = await this.getSurvey(surveyId);
    if (destroyed) throw boxDestroyed();
    if (closed) return;
    throw new DomainError(
      'conflict',
      'box-not-closed',
      '受付中の調査の投票箱は開けられません。先に締め切ってください。',
      'The box of a survey cannot be read before it is closed. Close the survey first.',
    );
  }
}

async function callFunction<T>(manager: EntityManager, invocation: string, parameters: readonly unknown[]): Promise<T> {
  const rows = await manager.query<{ outcome: T }[]>(`SELECT ballot.${invocation} AS outcome`, [...parameters]);
  const [row] = rows;
  if (!row) throw new Error(`ballot.${invocation} returned no row`);
  return row.outcome;
}

/** The driver takes a Buffer as bytea and any other byte array as JSON. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function boxDestroyed(): DomainError {
  return new DomainError(
    'gone',
    'box-destroyed',
    'この調査の回答は、約束した日に廃棄済みです。',
    'The ballots of this survey were destroyed on the day declared to staff.',
  );
}

function surveyUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'survey-unknown',
    'この調査は受付箱に登録されていません。アドレスを確かめてください。',
    'The ballot box does not know this survey. Check the address.',
  );
}

export function destructionNotDue(): DomainError {
  return new DomainError(
    'conflict',
    'destruction-not-due',
    '職員に約束した廃棄の日の前か、開票がまだです。回答はまだ廃棄できません。',
    'The day of destruction declared to staff has not come, or the box has not been opened; ballots cannot be destroyed yet.',
  );
}

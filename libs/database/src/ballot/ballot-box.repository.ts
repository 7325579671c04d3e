import { DomainError, type SurveyForm } from '#survey-model';
import type { DataSource } from 'typeorm';
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

/** Paper: tickets signed by a key of their own, which may be spent until a later instant than the others. */
export interface PaperWindow {
  readonly ticketPublicKey: string;
  readonly closesAt: Date;
}

/** What the identified side tells the anonymous side about a survey. */
export interface SurveyAnnouncement {
  readonly form: SurveyForm;
  /** SubjectPublicKeyInfo in DER, base64. */
  readonly ticketPublicKey: string;
  /** First instant at which ballots are refused. */
  readonly closesAt: Date;
  readonly paper: PaperWindow | null;
}

export interface AnnouncedSurvey extends SurveyAnnouncement {
  readonly surveyId: string;
  /** Set by the close before the tally, and never taken back. */
  readonly closed: boolean;
}

export interface NewBallot {
  readonly surveyId: string;
  /** SHA-256 of the ticket's message, 32 bytes. */
  readonly serial: Uint8Array;
  /** 16,384 bytes. */
  readonly sealed: Uint8Array;
  /** Whether the ticket was signed by the paper key. */
  readonly paper: boolean;
}

/**
 * stored: now in the box. already-stored: the same bytes were there. spent: the ticket was used for other bytes.
 * closed: too late. unknown-survey: never announced. malformed: wrong size.
 */
export type CastOutcome = 'stored' | 'already-stored' | 'spent' | 'closed' | 'unknown-survey' | 'malformed';

/** The ballot box. Which methods work depends on the role: the collector finds and casts, the tally does the rest. */
export class BallotBoxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Writes a survey to the box, or brings it up to date; repeating it changes nothing, and after the close it does nothing.
   * @throws DomainError "announcement-differs" when the survey is known under another key: tickets are out that it would void
   */
  async announce({ form, ticketPublicKey, closesAt, paper }: SurveyAnnouncement): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO ballot.survey AS known
         (survey_id, form, ticket_public_key, closes_at, paper_ticket_public_key, paper_closes_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (survey_id) DO UPDATE
         SET form = excluded.form, closes_at = excluded.closes_at, paper_closes_at = excluded.paper_closes_at
         WHERE NOT known.closed AND known.ticket_public_key = excluded.ticket_public_key
           AND known.paper_ticket_public_key IS NOT DISTINCT FROM excluded.paper_ticket_public_key`,
      [form.surveyId, form, ticketPublicKey, closesAt, paper?.ticketPublicKey ?? null, paper?.closesAt ?? null],
    );
    const known = await this.getSurvey(form.surveyId);
    const sameKeys =
      known.ticketPublicKey === ticketPublicKey && known.paper?.ticketPublicKey === paper?.ticketPublicKey;
    if (sameKeys) return;
    throw new DomainError(
      'conflict',
      'announcement-differs',
      'この調査は別の署名鍵で受付箱に登録済みです。鍵は変えられません。新しい調査を作成してください。',
      'The ballot box knows this survey under another signing key, which cannot change. Create a new survey.',
    );
  }

  async findSurvey(surveyId: string): Promise<AnnouncedSurvey | null> {
    const row = await this.dataSource.getRepository(SurveyBoxEntity).findOneBy({ surveyId });
    if (!row) return null;
    const { form, ticketPublicKey, closesAt, paperTicketPublicKey, paperClosesAt, closed } = row;
    const paper =
      paperTicketPublicKey && paperClosesAt ? { ticketPublicKey: paperTicketPublicKey, closesAt: paperClosesAt } : null;
    return { surveyId, form, ticketPublicKey, closesAt, paper, closed };
  }

  /** @throws DomainError "survey-unknown" */
  async getSurvey(surveyId: string): Promise<AnnouncedSurvey> {
    const survey = await this.findSurvey(surveyId);
    if (!survey) throw surveyUnknown();
    return survey;
  }

  /** What the survey asks, or null when it was never announced. */
  async findForm(surveyId: string): Promise<SurveyForm | null> {
    return (await this.findSurvey(surveyId))?.form ?? null;
  }

  /** Puts one ballot into the box, at most once a ticket, never after the close. One statement, safe to repeat. */
  async cast(ballot: NewBallot, now: Date): Promise<CastOutcome> {
    const rows = await this.dataSource.query<{ outcome: CastOutcome }[]>(
      'SELECT ballot.cast_ballot($1, $2, $3, $4, $5) AS outcome',
      [ballot.surveyId, asBuffer(ballot.serial), asBuffer(ballot.sealed), ballot.paper, now],
    );
    const outcome = rows[0]?.outcome;
    if (!outcome) throw new Error('ballot.cast_ballot returned no row');
    return outcome;
  }

  /**
   * Closes the box: waits for the ballots that are being cast at this moment, and lets none in afterwards. Safe to repeat.
   * @throws DomainError "survey-unknown"
   */
  async closeSurvey(surveyId: string): Promise<void> {
    const rows = await this.dataSource.query<{ found: boolean }[]>('SELECT ballot.close_survey($1) AS found', [
      surveyId,
    ]);
    if (!rows[0]?.found) throw surveyUnknown();
  }

  /** The official number of answers. @throws DomainError "survey-unknown" or "box-not-closed" */
  async countBallots(surveyId: string): Promise<number> {
    await this.requireClosed(surveyId);
    const rows = await this.dataSource.query<{ n: number }[]>(
      'SELECT count(*)::integer AS n FROM ballot.spent_ballot WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0]?.n ?? 0;
  }

  /**
   * All ballots of a closed survey, 16,384 bytes each, in batches. In the order of their serials, which are hashes: the order in
   * which they came in cannot be seen.
   * @throws DomainError "survey-unknown" or "box-not-closed"
   */
  async *readBallots(surveyId: string, batchSize = 500): AsyncGenerator<Buffer[]> {
    await this.requireClosed(surveyId);
    let after: Buffer = Buffer.alloc(0);
    for (;;) {
      const rows = await this.dataSource.query<{ serial: Buffer; sealed: Buffer }[]>(
        'SELECT serial, sealed FROM ballot.spent_ballot WHERE survey_id = $1 AND serial > $2 ORDER BY serial LIMIT $3',
        [surveyId, after, batchSize],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ sealed }) => sealed);
      after = last.serial;
    }
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

  private async requireClosed(surveyId: string): Promise<void> {
    if ((await this.getSurvey(surveyId)).closed) return;
    throw new DomainError(
      'conflict',
      'box-not-closed',
      '受付中の調査の投票箱は開けられません。先に締め切ってください。',
      'The box of a survey cannot be read before it is closed. Close the survey first.',
    );
  }
}

/** The driver takes a Buffer as bytea and any other byte array as JSON. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function surveyUnknown(): DomainError {
  return new DomainError(
    'not-found',
    'survey-unknown',
    'この調査は受付箱に登録されていません。アドレスを確かめてください。',
    'The ballot box does not know this survey. Check the address.',
  );
}

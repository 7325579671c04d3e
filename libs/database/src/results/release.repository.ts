import {
  rationalFromText,
  rationalToText,
  withOrganisation,
  type Release,
  type ReleasedScore,
  type ReleasedScoreFields,
} from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import type { IssuedTickets } from '../identity/survey.repository.js';
import { ReleaseEntity, ScoreEntity, type ScoreBody } from './release.entity.js';
import { SurveyFrameEntity } from './survey-frame.entity.js';

export interface NewRelease {
  readonly surveyId: string;
  readonly version: number;
  readonly releasedAt: Date;
  readonly answered: number;
  readonly rejected: number;
  readonly audit: Record<string, unknown>;
  readonly scores: readonly ReleasedScore[];
}

/** How many ballots lay in the box, and the root of the published leaves, hexadecimal. */
export interface BoxCount {
  readonly ballots: number;
  readonly rejected: number;
  readonly merkleRoot: string;
}

/** Writes and reads releases. Reading back is the second of the two places where a ReleasedScore comes into being. */
export class ReleaseRepository {
  constructor(private readonly dataSource: DataSource) {}

  findFrame(surveyId: string): Promise<SurveyFrameEntity | null> {
    return this.dataSource.getRepository(SurveyFrameEntity).findOneBy({ surveyId });
  }

  /** How many tickets were issued; null before the close. */
  async findIssued(surveyId: string): Promise<Pick<IssuedTickets, 'tickets' | 'exceptions'> | null> {
    const rows = await this.dataSource.query<Pick<IssuedTickets, 'tickets' | 'exceptions'>[]>(
      'SELECT tickets, exceptions FROM results.issued WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0] ?? null;
  }

  /** What everybody may check of the box. Written with the release. */
  async insertBoxCount(manager: EntityManager, surveyId: string, box: BoxCount): Promise<void> {
    await manager.query(
      'INSERT INTO results.box_count (survey_id, ballots, rejected, merkle_root) VALUES ($1, $2, $3, $4)',
      [surveyId, box.ballots, box.rejected, box.merkleRoot],
    );
  }

  async findBoxCount(surveyId: string): Promise<BoxCount | null> {
    const rows = await this.dataSource.query<BoxCount[]>(
      'SELECT ballots, rejected, merkle_root AS "merkleRoot" FROM results.box_count WHERE survey_id = $1',
      [surveyId],
    );
    return rows[0] ?? null;
  }

  async exists(surveyId: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    return manager.getRepository(ReleaseEntity).existsBy({ surveyId });
  }

  /** Writes the whole release with the caller's transaction: all of it or nothing. */
  async insert(manager: EntityManager, release: NewRelease): Promise<void> {
    const { scores, ...head } = release;
    await manager.getRepository(ReleaseEntity).insert(head as object);
    const rows = scores.map((score, ordinal) => toRow(release, score, ordinal));
    for (let at = 0; at < rows.length; at += 500) {
      await manager.getRepository(ScoreEntity).insert(rows.slice(at, at + 500) as object[]);
    }
  }

  /** The newest version, or null while nothing has been released. */
  async findLatest(surveyId: string): Promise<Release | null> {
    const release = await this.dataSource
      .getRepository(ReleaseEntity)
      .findOne({ where: { surveyId }, order: { version: 'DESC' } });
    if (!release) return null;
    const frame = await this.findFrame(surveyId);
    if (!frame) throw new Error(`results.survey: no row for ${surveyId}`);
    const { version } = release;
    const rows = await this.dataSource
      .getRepository(ScoreEntity)
      .find({ where: { surveyId, version }, order: { ordinal: 'ASC' } });
    return {
      surveyId,
      version,
      title: frame.title,
      organisation: frame.organisation,
      fiscalYear: frame.fiscalYear,
      opensOn: frame.opensOn,
      closesOn: frame.closesOn,
      invited: frame.invited,
      answered: release.answered,
      minGroup: frame.minGroup,
      detailMinGroup: frame.detailMinGroup,
      releasedAt: release.releasedAt.toISOString(),
      questionnaire: withOrganisation(frame.questionnaire, frame.organisation),
      attributes: frame.attributes,
      scores: rows.map(toReleasedScore),
    };
  }
}

function toRow(release: NewRelease, score: ReleasedScore, ordinal: number): ScoreEntity {
  const body: ScoreBody = {
    items: score.items,
    categories: Object.fromEntries(Object.entries(score.categories).map(([key, mean]) => [key, rationalToText(mean)])),
    overall: score.overall && rationalToText(score.overall),
    choices: score.choices,
  };
  return Object.assign(new ScoreEntity(), {
    surveyId: release.surveyId,
    version: release.version,
    ordinal,
    tableAttributes: [...score.table],
    key: score.key,
    status: score.status,
    n: score.n,
    body: score.status === 'published' ? body : null,
  });
}

function toReleasedScore(row: ScoreEntity): ReleasedScore {
  const fields: ReleasedScoreFields = {
    table: row.tableAttributes,
    key: row.key,
    status: row.status,
    n: row.n,
    items: row.body?.items ?? [],
    categories: Object.fromEntries(
      Object.entries(row.body?.categories ?? {}).map(([key, text]) => [key, rationalFromText(text)]),
    ),
    overall: row.body?.overall ? rationalFromText(row.body.overall) : null,
    choices: row.body?.choices ?? [],
  };
  return fields as ReleasedScore;
}

import {
  rationalFromText,
  rationalToText,
  withOrganisation,
  type Release,
  type ReleaseAnalysis,
  type ReleasedScore,
  type ReleasedScoreFields,
  type TableSpec,
} from '#survey-model';
import type { DataSource, EntityManager } from 'typeorm';
import type { IssuedTickets } from '../identity/survey.repository.js';
import { fromAnalysisBody, toAnalysisBody, type AnalysisBody } from './analysis-body.js';
import { ReleaseEntity, ScoreEntity, type ScoreBody } from './release.entity.js';
import { SurveyFrameEntity } from './survey-frame.entity.js';

export interface NewRelease {
  readonly surveyId: string;
  readonly version: number;
  readonly releasedAt: Date;
  readonly answered: number;
  readonly rejected: number;
  readonly audit: Record<string, unknown>;
  /** What the version adds. */
  readonly tables: readonly TableSpec[];
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

  /** Statistics of one version, with the transaction that writes it. */
  async insertAnalysis(
    manager: EntityManager,
    { surveyId, version }: Pick<NewRelease, 'surveyId' | 'version'>,
    analysis: ReleaseAnalysis,
  ): Promise<void> {
    await manager.query('INSERT INTO results.analysis (survey_id, version, body) VALUES ($1, $2, $3)', [
      surveyId,
      version,
      JSON.stringify(toAnalysisBody(analysis)),
    ]);
  }

  /** Of the newest version; null for a release made before there were any. */
  async findAnalysis(surveyId: string): Promise<ReleaseAnalysis | null> {
    const rows = await this.dataSource.query<{ body: AnalysisBody }[]>(
      'SELECT body FROM results.analysis WHERE survey_id = $1 ORDER BY version DESC LIMIT 1',
      [surveyId],
    );
    return rows[0] ? fromAnalysisBody(rows[0].body) : null;
  }

  /** Of the released surveys the one that closed last, or null while nothing has been released. */
  async findNewestSurveyId(manager: EntityManager = this.dataSource.manager): Promise<string | null> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT survey.survey_id AS id FROM results.survey
       WHERE EXISTS (SELECT FROM results.release WHERE release.survey_id = survey.survey_id)
       ORDER BY survey.closes_on DESC, survey.closes_at DESC, survey.survey_id LIMIT 1`,
    );
    return rows[0]?.id ?? null;
  }

  /** All versions together, or null while nothing has been released. */
  async findLatest(surveyId: string, manager: EntityManager = this.dataSource.manager): Promise<Release | null> {
    const versions = await manager
      .getRepository(ReleaseEntity)
      .find({ where: { surveyId }, order: { version: 'ASC' } });
    const release = versions.at(-1);
    if (!release) return null;
    const frame = await this.findFrame(surveyId);
    if (!frame) throw new Error(`results.survey: no row for ${surveyId}`);
    const rows = await manager
      .getRepository(ScoreEntity)
      .find({ where: { surveyId }, order: { version: 'ASC', ordinal: 'ASC' } });
    return composeRelease(
      frame,
      { ...release, tables: versions.flatMap(({ tables }) => tables) },
      rows.map(toReleasedScore),
    );
  }
}

/** A release as it is read: the survey's frame, what is known of the version, and scores that may be shown. */
export function composeRelease(
  frame: SurveyFrameEntity,
  head: Pick<NewRelease, 'version' | 'answered' | 'releasedAt' | 'tables'>,
  scores: readonly ReleasedScore[],
): Release {
  return {
    surveyId: frame.surveyId,
    version: head.version,
    title: frame.title,
    organisation: frame.organisation,
    fiscalYear: frame.fiscalYear,
    opensOn: frame.opensOn,
    closesOn: frame.closesOn,
    invited: frame.invited,
    answered: head.answered,
    minGroup: frame.minGroup,
    detailMinGroup: frame.detailMinGroup,
    releasedAt: head.releasedAt.toISOString(),
    questionnaire: withOrganisation(frame.questionnaire, frame.organisation),
    attributes: frame.attributes,
    tables: head.tables,
    scores,
  };
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

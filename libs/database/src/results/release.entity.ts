import type { CellStatus, TableSpec } from '#survey-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'results', name: 'release' })
export class ReleaseEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' }) surveyId: string;
  @PrimaryColumn('integer') version: number;
  @Column('timestamptz', { name: 'released_at' }) releasedAt: Date;
  @Column('integer') answered: number;
  /** Ballots that could not be read as answers to this questionnaire; reported, never guessed at. */
  @Column('integer') rejected: number;
  @Column('jsonb') audit: Record<string, unknown>;
  @Column('jsonb') tables: TableSpec[];
}

/** What `body` of a published score holds; fractions as "num/den". */
export interface ScoreBody {
  readonly items: readonly {
    readonly item: string;
    readonly n: number;
    readonly sum: number;
    readonly counts?: readonly number[];
  }[];
  readonly categories: Readonly<Record<string, string>>;
  readonly overall: string | null;
  readonly choices: readonly {
    readonly question: string;
    readonly n: number;
    readonly counts: Readonly<Record<string, number>>;
  }[];
}

@Entity({ schema: 'results', name: 'score' })
export class ScoreEntity {
  @PrimaryColumn('uuid', { name: 'survey_id' }) surveyId: string;
  @PrimaryColumn('integer') version: number;
  @PrimaryColumn('integer') ordinal: number;
  @Column('text', { name: 'table_attributes', array: true }) tableAttributes: string[];
  @Column('jsonb') key: Record<string, string>;
  @Column('text') status: CellStatus;
  @Column('integer', { nullable: true }) n: number | null;
  @Column('jsonb', { nullable: true }) body: ScoreBody | null;
}

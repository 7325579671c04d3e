import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config';
import {
  composeRelease,
  LineageRepository,
  ReleaseRepository,
  type NewRelease,
  type SurveyFrameEntity,
} from '#database';
import { protect } from '#disclosure';
import { analyseRelease, wholeStatistics, type EarlierRelease } from '#statistics';
import {
  STANDARD_TABLES,
  type InnerGroup,
  type PopulationCount,
  type Release,
  type ReleaseAnalysis,
  type TableSpec,
  type WholeStatistics,
} from '#survey-model';
import type { CountedBox } from '../ballot-count/ballot-count.service.js';
import { CLOCK } from '../tokens.js';

/** One more version of a survey's release, ready to be written. */
export interface BuiltRelease {
  readonly release: NewRelease;
  readonly analysis: ReleaseAnalysis;
}

/** score -> protect -> analyse, in memory. */
@Injectable()
export class ReleaseBuilderService {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly lineages: LineageRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The first version: the tables of every survey. */
  first(frame: SurveyFrameEntity, counted: CountedBox): Promise<BuiltRelease> {
    const asked = new Set<string>(frame.attributes.map(({ key }) => key));
    const tables = STANDARD_TABLES.filter(({ attributes }) => attributes.every((key) => asked.has(key)));
    return this.build(frame, counted, tables, null);
  }

  /**
   * The next version: one further table, decided against everything released before.
   * @throws Error when it would give something away whatever was hidden of it
   */
  next(frame: SurveyFrameEntity, counted: CountedBox, table: TableSpec, earlier: Release): Promise<BuiltRelease> {
    return this.build(frame, counted, [table], earlier);
  }

  private async build(
    frame: SurveyFrameEntity,
    counted: CountedBox,
    tables: readonly TableSpec[],
    earlier: Release | null,
  ): Promise<BuiltRelease> {
    const { surveyId, minGroup, detailMinGroup } = frame;
    const scored = counted.book.finish([...(earlier?.tables ?? []), ...tables]);
    const { scores, audit } = await protect(scored, { minGroup, detailMinGroup }, earlier?.scores);
    const release: NewRelease = {
      surveyId,
      version: (earlier?.version ?? 0) + 1,
      releasedAt: this.clock(),
      answered: counted.answered,
      rejected: counted.rejected,
      audit: { ...audit },
      tables,
      scores,
    };
    const population = await this.lineages.findPopulation(surveyId);
    const whole = this.wholeOf(frame, counted, scored.innerGroups, population);
    const all = composeRelease(frame, { ...release, tables: [...(earlier?.tables ?? []), ...tables] }, [
      ...(earlier?.scores ?? []),
      ...scores,
    ]);
    const analysis = analyseRelease({ release: all, whole, population, earlier: await this.findEarlier(surveyId) });
    return { release, analysis };
  }

  private wholeOf(
    { questionnaire, attributes, detailMinGroup }: SurveyFrameEntity,
    { products }: CountedBox,
    innerGroups: readonly InnerGroup[],
    population: readonly PopulationCount[],
  ): WholeStatistics | null {
    return wholeStatistics({ questionnaire, attributes, innerGroups, products, population, least: detailMinGroup });
  }

  /** Released surveys of earlier years, the latest first. */
  private async findEarlier(surveyId: string): Promise<EarlierRelease[]> {
    const found: EarlierRelease[] = [];
    for (const { previousSurveyId, departments } of await this.lineages.findLineages(surveyId)) {
      const release = await this.releases.findLatest(previousSurveyId);
      if (release) found.push({ release, lineage: departments });
    }
    return found;
  }
}

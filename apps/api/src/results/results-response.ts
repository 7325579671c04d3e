import type {
  CategoryScoreResponse,
  CellScoreResponse,
  EarlierCellResponse,
  ItemScoreResponse,
  ResultsResponse,
  WaveResponse,
} from '#contract';
import {
  bandOfShown,
  cellName,
  exactMean,
  favourableOptions,
  fiscalYearLabel,
  formatDecimal,
  formatPercent,
  formatShown,
  meanOfShown,
  scoredItems,
  shownMean,
  type Band,
  type CellAnalysis,
  type EarlierCell,
  type EarlierWave,
  type Rational,
  type Release,
  type ReleaseAnalysis,
  type ReleasedItem,
  type ReleasedScore,
  type ScaleQuestion,
  type ShownMean,
} from '#survey-model';
import { figureNotes, overallNotes, percentBounds, wholeStatisticsText } from './figure-notes.js';

const NO_ANALYSIS: ReleaseAnalysis = { whole: null, cells: [], waves: [] };

/** A release as text, rounded half up at this very moment; `scores` are those that the reader may see. */
export function toResultsResponse(
  release: Release,
  scores: readonly ReleasedScore[],
  analysis: ReleaseAnalysis | null,
): ResultsResponse {
  const reading = new Reading(release, analysis ?? NO_ANALYSIS);
  return {
    surveyId: release.surveyId,
    version: release.version,
    title: release.title,
    organisation: release.organisation,
    fiscalYearLabel: fiscalYearLabel(release.fiscalYear),
    opensOn: release.opensOn,
    closesOn: release.closesOn,
    invited: release.invited,
    answered: release.answered,
    responseRate: responseRate(release),
    minGroup: release.minGroup,
    detailMinGroup: release.detailMinGroup,
    releasedAt: release.releasedAt,
    questionnaire: release.questionnaire,
    attributes: [...release.attributes],
    waves: (analysis?.waves ?? []).map(waveResponse),
    whole: analysis?.whole ? wholeStatisticsText(analysis.whole) : null,
    cells: scores.map((score) => reading.cell(score)),
  };
}

function responseRate({ answered, invited }: Pick<Release, 'answered' | 'invited'>): string {
  return invited === 0 ? '0.0' : formatPercent(answered, invited);
}

function waveResponse(wave: EarlierWave): WaveResponse {
  const { surveyId, title, invited, answered } = wave;
  const fiscalYear = fiscalYearLabel(wave.fiscalYear);
  return { surveyId, title, fiscalYearLabel: fiscalYear, invited, answered, responseRate: responseRate(wave) };
}

/** How the cells of one release are read. */
class Reading {
  private readonly questions: ReadonlyMap<string, ScaleQuestion>;
  private readonly analysed: ReadonlyMap<string, CellAnalysis>;
  /** By cell, what each earlier survey had of it. */
  private readonly earlier: ReadonlyMap<string, EarlierCellResponse[]>;

  constructor(
    private readonly release: Release,
    analysis: ReleaseAnalysis,
  ) {
    this.questions = new Map(scoredItems(release.questionnaire).map((question) => [question.code, question]));
    this.analysed = new Map(analysis.cells.map((cell) => [cellName(cell.key), cell]));
    const earlier = new Map<string, EarlierCellResponse[]>();
    for (const wave of analysis.waves)
      for (const cell of wave.cells) {
        const known = earlier.get(cellName(cell.key)) ?? [];
        known.push(this.earlierCell(cell, wave.detailMinGroup));
        earlier.set(cellName(cell.key), known);
      }
    this.earlier = earlier;
  }

  cell(score: ReleasedScore): CellScoreResponse {
    const { scoring } = this.release.questionnaire;
    const overall = score.overall && this.combined(score, scoring.items, score.overall);
    const analysed = this.analysed.get(cellName(score.key));
    return {
      table: [...score.table],
      key: { ...score.key },
      status: score.status,
      n: score.n,
      overall: overall && formatShown(overall, 2),
      band: overall && this.band(overall),
      population: analysed?.population ?? null,
      overallNotes: overallNotes(analysed?.overall),
      earlier: this.earlier.get(cellName(score.key)) ?? [],
      categories: scoring.categories.flatMap(({ key, items }) => this.category(score, key, items, analysed)),
      items: score.items.flatMap((item) => this.item(item, analysed)),
      choices: score.choices.map(({ question, n, counts }) => ({ question, n, counts: { ...counts } })),
    };
  }

  private item(item: ReleasedItem, analysed: CellAnalysis | undefined): ItemScoreResponse[] {
    const question = this.questions.get(item.item);
    const mean = this.mean(item);
    if (!question || !mean) return [];
    const { counts } = item;
    const { favourable: share, deviation, ...figure } = analysed?.items[item.item] ?? {};
    const favourable = counts?.slice(-favourableOptions(question.scale)).reduce((sum, count) => sum + count, 0);
    return [
      {
        item: item.item,
        n: item.n,
        mean: formatShown(mean, 2),
        band: this.band(mean),
        ...(counts ? { counts: [...counts] } : {}),
        ...(favourable === undefined ? {} : { favourablePercent: formatPercent(favourable, item.n) }),
        ...(share ? { favourableInterval: percentBounds(share) } : {}),
        ...(deviation === undefined ? {} : { deviation: formatDecimal(deviation, 2) }),
        ...figureNotes(figure),
      },
    ];
  }

  private category(
    score: ReleasedScore,
    category: string,
    items: readonly string[],
    analysed: CellAnalysis | undefined,
  ): CategoryScoreResponse[] {
    const exact = score.categories[category];
    if (!exact) return [];
    const mean = this.combined(score, items, exact);
    const notes = figureNotes(analysed?.categories[category]);
    return [{ category, mean: formatShown(mean, 2), band: this.band(mean), ...notes }];
  }

  /** The released mean where all its items are shown exactly, else the range that follows from what is shown of them. */
  private combined(
    { items }: Pick<ReleasedScore, 'items'>,
    codes: readonly string[],
    exact: Rational,
    least = this.release.detailMinGroup,
  ): ShownMean {
    const shown = items.filter(({ item }) => codes.includes(item)).flatMap((item) => this.mean(item, least) ?? []);
    return shown.every(({ kind }) => kind === 'exact') ? exactMean(exact) : meanOfShown(shown);
  }

  private mean(item: ReleasedItem, least = this.release.detailMinGroup): ShownMean | null {
    const question = this.questions.get(item.item);
    return question && item.n > 0 ? shownMean(item, question.scale, least) : null;
  }

  /** @param least from how many answers on the earlier survey showed distributions */
  private earlierCell(cell: EarlierCell, least: number): EarlierCellResponse {
    const { scoring } = this.release.questionnaire;
    return {
      status: cell.status,
      n: cell.n,
      overall: cell.overall && formatShown(this.combined(cell, scoring.items, cell.overall, least), 2),
      categories: scoring.categories.flatMap(({ key, items }) => {
        const exact = cell.categories[key];
        return exact ? [{ code: key, mean: formatShown(this.combined(cell, items, exact, least), 2) }] : [];
      }),
      items: cell.items.flatMap((item) => {
        const mean = this.mean(item, least);
        return mean ? [{ code: item.item, mean: formatShown(mean, 2) }] : [];
      }),
    };
  }

  private band(mean: ShownMean): Band | null {
    const { bands } = this.release.questionnaire.scoring;
    return bands && bandOfShown(mean, bands);
  }
}

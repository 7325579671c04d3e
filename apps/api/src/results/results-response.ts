import type { CategoryScoreResponse, CellScoreResponse, ItemScoreResponse, ResultsResponse } from '#contract';
import {
  bandOfShown,
  exactMean,
  favourableOptions,
  fiscalYearLabel,
  formatPercent,
  formatShown,
  meanOfShown,
  scoredItems,
  shownMean,
  type Band,
  type Rational,
  type Release,
  type ReleasedItem,
  type ReleasedScore,
  type ScaleQuestion,
  type ShownMean,
} from '#survey-model';

/** A release as text, rounded half up at this very moment; `scores` are those that the reader may see. */
export function toResultsResponse(release: Release, scores: readonly ReleasedScore[]): ResultsResponse {
  const reading = new Reading(release);
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
    responseRate: release.invited === 0 ? '0.0' : formatPercent(release.answered, release.invited),
    minGroup: release.minGroup,
    detailMinGroup: release.detailMinGroup,
    releasedAt: release.releasedAt,
    questionnaire: release.questionnaire,
    attributes: [...release.attributes],
    cells: scores.map((score) => reading.cell(score)),
  };
}

/** How the cells of one release are read. */
class Reading {
  private readonly questions: ReadonlyMap<string, ScaleQuestion>;

  constructor(private readonly release: Release) {
    this.questions = new Map(scoredItems(release.questionnaire).map((question) => [question.code, question]));
  }

  cell(score: ReleasedScore): CellScoreResponse {
    const { scoring } = this.release.questionnaire;
    const overall = score.overall && this.combined(score, scoring.items, score.overall);
    return {
      table: [...score.table],
      key: { ...score.key },
      status: score.status,
      n: score.n,
      overall: overall && formatShown(overall, 2),
      band: overall && this.band(overall),
      categories: scoring.categories.flatMap(({ key, items }) => this.category(score, key, items)),
      items: score.items.flatMap((item) => this.item(item)),
      choices: score.choices.map(({ question, n, counts }) => ({ question, n, counts: { ...counts } })),
    };
  }

  private item(item: ReleasedItem): ItemScoreResponse[] {
    const question = this.questions.get(item.item);
    const mean = this.mean(item);
    if (!question || !mean) return [];
    const { counts } = item;
    const favourable = counts?.slice(-favourableOptions(question.scale)).reduce((sum, count) => sum + count, 0);
    return [
      {
        item: item.item,
        n: item.n,
        mean: formatShown(mean, 2),
        band: this.band(mean),
        ...(counts ? { counts: [...counts] } : {}),
        ...(favourable === undefined ? {} : { favourablePercent: formatPercent(favourable, item.n) }),
      },
    ];
  }

  private category(score: ReleasedScore, category: string, items: readonly string[]): CategoryScoreResponse[] {
    const exact = score.categories[category];
    if (!exact) return [];
    const mean = this.combined(score, items, exact);
    return [{ category, mean: formatShown(mean, 2), band: this.band(mean) }];
  }

  /** The released mean where all its items are shown exactly, else the range that follows from what is shown of them. */
  private combined(score: ReleasedScore, codes: readonly string[], exact: Rational): ShownMean {
    const shown = score.items.filter(({ item }) => codes.includes(item)).flatMap((item) => this.mean(item) ?? []);
    return shown.every(({ kind }) => kind === 'exact') ? exactMean(exact) : meanOfShown(shown);
  }

  private mean(item: ReleasedItem): ShownMean | null {
    const question = this.questions.get(item.item);
    return question && item.n > 0 ? shownMean(item, question.scale, this.release.detailMinGroup) : null;
  }

  private band(mean: ShownMean): Band | null {
    const { bands } = this.release.questionnaire.scoring;
    return bands && bandOfShown(mean, bands);
  }
}

import { rationalFromText, rationalToText, type EarlierCell, type ReleaseAnalysis } from '#survey-model';

type Means = Readonly<Record<string, string>>;
interface EarlierCellBody extends Omit<EarlierCell, 'categories' | 'overall'> {
  readonly categories: Means;
  readonly overall: string | null;
}

/** A `ReleaseAnalysis` in JSON: fractions as "num/den". */
export interface AnalysisBody extends Omit<ReleaseAnalysis, 'waves'> {
  readonly waves: readonly (Omit<ReleaseAnalysis['waves'][number], 'cells'> & {
    readonly cells: readonly EarlierCellBody[];
  })[];
}

export function toAnalysisBody(analysis: ReleaseAnalysis): AnalysisBody {
  return {
    ...analysis,
    waves: analysis.waves.map((wave) => ({
      ...wave,
      cells: wave.cells.map((cell) => ({
        ...cell,
        categories: mapValues(cell.categories, rationalToText),
        overall: cell.overall && rationalToText(cell.overall),
      })),
    })),
  };
}

export function fromAnalysisBody(body: AnalysisBody): ReleaseAnalysis {
  return {
    ...body,
    waves: body.waves.map((wave) => ({
      ...wave,
      cells: wave.cells.map((cell) => ({
        ...cell,
        categories: mapValues(cell.categories, rationalFromText),
        overall: cell.overall === null ? null : rationalFromText(cell.overall),
      })),
    })),
  };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

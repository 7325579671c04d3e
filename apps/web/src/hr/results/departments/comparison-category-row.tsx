import type { CellScore, Results } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { MeanFigure } from '../figures/mean-figure.js';
import { ScoreText } from '../score-text.js';
import { categoryMean } from '../view/exact-means.js';
import { differenceText } from '../view/shown-item.js';
import { ComparedCells } from './compared-cells.js';

interface ComparisonCategoryRowProps {
  readonly category: { readonly key: string; readonly name: string };
  readonly results: Results;
  readonly own: CellScore;
  readonly whole: CellScore | null;
}

/** Heads the items of a category with the category's own means. */
export function ComparisonCategoryRow({ category, results, own, whole }: ComparisonCategoryRowProps) {
  const scoreOf = (cell: CellScore | null) => cell?.categories.find((one) => one.category === category.key);
  const [score, ofWhole] = [scoreOf(own), scoreOf(whole)];
  const difference = differenceText(
    categoryMean(results, own, category.key),
    categoryMean(results, whole, category.key),
  );
  return (
    <tr className="table__group">
      <th scope="rowgroup">{category.name}</th>
      <td className="number">
        <MeanFigure mean={score?.mean} interval={score?.interval} strong />
      </td>
      <td>
        <BandBadge band={score?.band ?? null} />
      </td>
      <td className="number">
        <ScoreText mean={ofWhole?.mean} />
      </td>
      <ComparedCells
        difference={difference}
        own={score}
        whole={ofWhole?.mean ?? null}
        changes={results.waves.length > 0}
      />
      <td />
    </tr>
  );
}

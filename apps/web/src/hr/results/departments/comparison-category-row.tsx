import type { CellScore, Results } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { useLanguage } from '../../../language/language.js';
import { ScoreText } from '../score-text.js';
import { meanText } from '../view/mean-text.js';
import { categoryMean } from '../view/exact-means.js';
import { differenceText } from '../view/shown-item.js';
import { DifferenceBar } from './difference-bar.js';

interface ComparisonCategoryRowProps {
  readonly category: { readonly key: string; readonly name: string };
  readonly results: Results;
  readonly own: CellScore;
  readonly whole: CellScore | null;
}

/** Heads the items of a category with the category's own means. */
export function ComparisonCategoryRow({ category, results, own, whole }: ComparisonCategoryRowProps) {
  const { language } = useLanguage();
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
        <strong>
          <ScoreText mean={score?.mean} />
        </strong>
      </td>
      <td>
        <BandBadge band={score?.band ?? null} />
      </td>
      <td className="number">
        <ScoreText mean={ofWhole?.mean} />
      </td>
      <td className="number">{difference === null ? '—' : meanText(difference, language)}</td>
      <td>
        <DifferenceBar own={score?.mean ?? null} whole={ofWhole?.mean ?? null} />
      </td>
      <td />
    </tr>
  );
}

import type { CategoryScore } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { DifferenceMark } from '../figures/difference-mark.js';
import { MeanFigure } from '../figures/mean-figure.js';

interface CategoryRowProps {
  readonly name: string;
  readonly score: CategoryScore | undefined;
  /** Whether the table says how figures have changed. */
  readonly changes: boolean;
}

/** Heads the items of a category with the category's own mean. */
export function CategoryRow({ name, score, changes }: CategoryRowProps) {
  return (
    <tr className="table__group">
      <th scope="rowgroup">{name}</th>
      <td className="number">
        <MeanFigure mean={score?.mean} interval={score?.interval} strong />
      </td>
      <td>
        <BandBadge band={score?.band ?? null} />
      </td>
      {changes && (
        <td className="number">
          <DifferenceMark difference={score?.previous} against="previous" />
        </td>
      )}
      <td />
      <td />
    </tr>
  );
}

import type { CategoryScore } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { ScoreText } from '../score-text.js';

interface CategoryRowProps {
  readonly name: string;
  readonly score: CategoryScore | undefined;
}

/** Heads the items of a category with the category's own mean. */
export function CategoryRow({ name, score }: CategoryRowProps) {
  return (
    <tr className="table__group">
      <th scope="rowgroup">{name}</th>
      <td className="number">
        <strong>
          <ScoreText mean={score?.mean} />
        </strong>
      </td>
      <td>
        <BandBadge band={score?.band ?? null} />
      </td>
      <td />
      <td />
    </tr>
  );
}

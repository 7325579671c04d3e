import type { CellScore } from '../../../api-client/types.js';
import { BAND_SYMBOL } from '../../../components/band-symbol.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { bandMessages } from '../../../messages/band.js';
import { resultMessages } from '../../../messages/result.js';
import { SuppressedMark } from '../suppressed-mark.js';
import { heatStep } from '../view/heat-scale.js';
import type { NumberedItem } from '../view/item-list.js';
import { drawnMean, meanText } from '../view/mean-text.js';

interface HeatCellProps {
  readonly item: NumberedItem;
  readonly cell: CellScore | null;
  readonly norm: number | null;
  readonly minGroup: number;
}

/** One mean: figure, symbol of its band, and colour. Hidden ones are hatched; the reason stands at the head of a hidden group. */
export function HeatCell({ item, cell, norm, minGroup }: HeatCellProps) {
  const messages = useMessages(resultMessages);
  const bandWords = useMessages(bandMessages);
  const { language } = useLanguage();
  if (cell === null) return <td className="heat__cell">—</td>;
  if (cell.status !== 'published') {
    return (
      <td className="heat__cell heat__cell--hidden" title={messages.suppressedReason[cell.status](minGroup)}>
        {messages.suppressedShort}
      </td>
    );
  }
  const score = cell.items.find((one) => one.item === item.code);
  const mean = drawnMean(score?.mean ?? null);
  if (!score || mean === null) {
    return (
      <td className="heat__cell heat__cell--hidden">
        <SuppressedMark reason="primary" minGroup={minGroup} short />
      </td>
    );
  }
  return (
    <td className={`heat__cell heat__cell--step${heatStep(mean, item.question.scale, norm)}`}>
      {meanText(score.mean, language)}
      {score.band && (
        <>
          <span className="heat__symbol" aria-hidden="true">
            {BAND_SYMBOL[score.band]}
          </span>
          <span className="visually-hidden">{bandWords[score.band]}</span>
        </>
      )}
    </td>
  );
}

import type { CellScore, ItemScore, Results } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { DifferenceMark } from '../figures/difference-mark.js';
import { IntervalText } from '../figures/interval-text.js';
import { MeanFigure } from '../figures/mean-figure.js';
import { SuppressedMark } from '../suppressed-mark.js';
import { itemsByCategory, type NumberedItem } from '../view/item-list.js';
import { CategoryRow } from './category-row.js';

interface ItemTableProps {
  readonly results: Results;
  readonly cell: CellScore;
}

export function ItemTable({ results, cell }: ItemTableProps) {
  const messages = useMessages(resultMessages);
  const statistics = useMessages(statisticsMessages);
  const changes = results.waves.length > 0;
  return (
    <TableFrame caption={messages.itemTableCaption} className="item-table">
      <thead>
        <tr>
          <th scope="col">{messages.item}</th>
          <th scope="col" className="number">
            {messages.mean}
          </th>
          <th scope="col">{messages.band}</th>
          {changes && (
            <th scope="col" className="number">
              {statistics.previous}
            </th>
          )}
          <th scope="col" className="number">
            {messages.favourable}
          </th>
          <th scope="col" className="number">
            {messages.n}
          </th>
        </tr>
      </thead>
      {itemsByCategory(results.questionnaire).map(({ category, items }) => (
        <tbody key={category?.key ?? ''}>
          {category && (
            <CategoryRow
              name={category.name}
              score={cell.categories.find((c) => c.category === category.key)}
              changes={changes}
            />
          )}
          {items.map((item) => (
            <ItemRow
              key={item.code}
              item={item}
              score={cell.items.find((score) => score.item === item.code)}
              minGroup={results.minGroup}
              changes={changes}
            />
          ))}
        </tbody>
      ))}
    </TableFrame>
  );
}

interface ItemRowProps {
  readonly item: NumberedItem;
  readonly score: ItemScore | undefined;
  readonly minGroup: number;
  readonly changes: boolean;
}

function ItemRow({ item, score, minGroup, changes }: ItemRowProps) {
  return (
    <tr>
      <th scope="row">
        <span className="item-label">
          <span className="item-label__number">{item.number}</span>
          <span>{item.text}</span>
        </span>
      </th>
      {score ? (
        <>
          <td className="number">
            <MeanFigure mean={score.mean} interval={score.interval} />
          </td>
          <td>
            <BandBadge band={score.band} />
          </td>
          {changes && (
            <td className="number">
              <DifferenceMark difference={score.previous} against="previous" />
            </td>
          )}
          <td className="number">
            {score.favourablePercent === undefined ? '—' : `${score.favourablePercent}%`}
            <IntervalText bounds={score.favourableInterval} unit="%" />
          </td>
          <td className="number">{formatCount(score.n)}</td>
        </>
      ) : (
        <td colSpan={changes ? 5 : 4}>
          <SuppressedMark reason="primary" minGroup={minGroup} />
        </td>
      )}
    </tr>
  );
}

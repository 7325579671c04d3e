import type { Questionnaire } from '#survey-model';
import type { CellScore, ItemScore } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { ScoreText } from '../score-text.js';
import { SuppressedMark } from '../suppressed-mark.js';
import { itemsByCategory, type NumberedItem } from '../view/item-list.js';
import { CategoryRow } from './category-row.js';

interface ItemTableProps {
  readonly questionnaire: Questionnaire;
  readonly cell: CellScore;
  readonly minGroup: number;
}

export function ItemTable({ questionnaire, cell, minGroup }: ItemTableProps) {
  const messages = useMessages(resultMessages);
  return (
    <TableFrame caption={messages.itemTableCaption} className="item-table">
      <thead>
        <tr>
          <th scope="col">{messages.item}</th>
          <th scope="col" className="number">
            {messages.mean}
          </th>
          <th scope="col">{messages.band}</th>
          <th scope="col" className="number">
            {messages.favourable}
          </th>
          <th scope="col" className="number">
            {messages.n}
          </th>
        </tr>
      </thead>
      {itemsByCategory(questionnaire).map(({ category, items }) => (
        <tbody key={category?.key ?? ''}>
          {category && (
            <CategoryRow name={category.name} score={cell.categories.find((c) => c.category === category.key)} />
          )}
          {items.map((item) => (
            <ItemRow
              key={item.code}
              item={item}
              score={cell.items.find((score) => score.item === item.code)}
              minGroup={minGroup}
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
}

function ItemRow({ item, score, minGroup }: ItemRowProps) {
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
            <ScoreText mean={score.mean} />
          </td>
          <td>
            <BandBadge band={score.band} />
          </td>
          <td className="number">{score.favourablePercent === undefined ? '—' : `${score.favourablePercent}%`}</td>
          <td className="number">{formatCount(score.n)}</td>
        </>
      ) : (
        <td colSpan={4}>
          <SuppressedMark reason="primary" minGroup={minGroup} />
        </td>
      )}
    </tr>
  );
}

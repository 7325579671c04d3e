import type { CellScore, Results } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { FigureNotes } from '../figures/figure-notes.js';
import { MeanFigure } from '../figures/mean-figure.js';
import { ScoreText } from '../score-text.js';
import { SuppressedMark } from '../suppressed-mark.js';
import { itemsByCategory, type NumberedItem } from '../view/item-list.js';
import { itemMean } from '../view/exact-means.js';
import { differenceText } from '../view/shown-item.js';
import { ComparedCells } from './compared-cells.js';
import { ComparisonCategoryRow } from './comparison-category-row.js';

interface ComparisonTableProps {
  readonly results: Results;
  readonly own: CellScore;
  readonly whole: CellScore | null;
}

/** The department's items beside those of everybody. */
export function ComparisonTable({ results, own, whole }: ComparisonTableProps) {
  const messages = useMessages(resultMessages);
  const statistics = useMessages(statisticsMessages);
  return (
    <>
      <TableFrame caption={messages.comparisonCaption}>
        <thead>
          <tr>
            <th scope="col">{messages.item}</th>
            <th scope="col" className="number">
              {messages.own}
            </th>
            <th scope="col">{messages.band}</th>
            <th scope="col" className="number">
              {messages.whole}
            </th>
            <th scope="col" className="number">
              {messages.difference}
            </th>
            <td />
            <th scope="col" className="number">
              {statistics.rest}
            </th>
            {results.waves.length > 0 && (
              <th scope="col" className="number">
                {statistics.previous}
              </th>
            )}
            <th scope="col" className="number">
              {messages.n}
            </th>
          </tr>
        </thead>
        {itemsByCategory(results.questionnaire).map(({ category, items }) => (
          <tbody key={category?.key ?? ''}>
            {category && <ComparisonCategoryRow category={category} results={results} own={own} whole={whole} />}
            {items.map((item) => (
              <ComparisonRow key={item.code} item={item} results={results} own={own} whole={whole} />
            ))}
          </tbody>
        ))}
      </TableFrame>
      <FigureNotes detailMinGroup={results.detailMinGroup} />
    </>
  );
}

interface ComparisonRowProps extends ComparisonTableProps {
  readonly item: NumberedItem;
}

function ComparisonRow({ item, results, own, whole }: ComparisonRowProps) {
  const score = own.items.find((one) => one.item === item.code);
  const ofWhole = whole?.items.find((one) => one.item === item.code);
  const difference = differenceText(itemMean(results, own, item.code), itemMean(results, whole, item.code));
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
            <MeanFigure mean={score.mean} interval={score.interval} strong />
          </td>
          <td>
            <BandBadge band={score.band} />
          </td>
        </>
      ) : (
        <td colSpan={2}>
          <SuppressedMark reason="primary" minGroup={results.minGroup} />
        </td>
      )}
      <td className="number">
        <ScoreText mean={ofWhole?.mean} />
      </td>
      <ComparedCells
        difference={difference}
        own={score}
        whole={ofWhole?.mean ?? null}
        changes={results.waves.length > 0}
      />
      <td className="number">{score ? formatCount(score.n) : '—'}</td>
    </tr>
  );
}

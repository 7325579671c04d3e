import type { CellScore, Results } from '../../../api-client/types.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { SuppressedMark } from '../suppressed-mark.js';
import { numberedItems } from '../view/item-list.js';
import type { GroupRow } from '../view/result-cells.js';
import { HeatCell } from './heat-cell.js';

interface HeatTableProps {
  readonly results: Results;
  readonly whole: CellScore | null;
  readonly groups: readonly GroupRow[];
}

/** Items down, groups across; the same colours for the same means in every table. */
export function HeatTable({ results, whole, groups }: HeatTableProps) {
  const messages = useMessages(resultMessages);
  const columns: readonly GroupRow[] = [{ key: '', label: messages.whole, parentKey: null, cell: whole }, ...groups];
  const norm = results.questionnaire.scoring.bands?.norm ?? null;
  return (
    <TableFrame caption={messages.heatCaption} className="heat">
      <thead>
        <tr>
          <th scope="col" className="heat__item">
            {messages.item}
          </th>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col" className="heat__group">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" className="heat__item">
            {messages.respondents}
          </th>
          {columns.map(({ key, cell }) => (
            <td key={key} className="heat__n">
              <Respondents cell={cell} minGroup={results.minGroup} />
            </td>
          ))}
        </tr>
        {numberedItems(results.questionnaire).map((item) => (
          <tr key={item.code}>
            <th scope="row" className="heat__item">
              <span className="item-label">
                <span className="item-label__number">{item.number}</span>
                <span>{item.text}</span>
              </span>
            </th>
            {columns.map(({ key, cell }) => (
              <HeatCell key={key} item={item} cell={cell} norm={norm} minGroup={results.minGroup} />
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Respondents({ cell, minGroup }: { readonly cell: CellScore | null; readonly minGroup: number }) {
  if (cell === null) return <>—</>;
  if (cell.status !== 'published') return <SuppressedMark reason={cell.status} minGroup={minGroup} short />;
  return <>{cell.n === null ? '—' : formatCount(cell.n)}</>;
}

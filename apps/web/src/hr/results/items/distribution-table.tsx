import type { Questionnaire } from '#survey-model';
import type { CellScore } from '../../../api-client/types.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { distribution } from '../view/distribution.js';
import { numberedItems } from '../view/item-list.js';

interface DistributionTableProps {
  readonly questionnaire: Questionnaire;
  readonly cell: CellScore;
}

export function DistributionTable({ questionnaire, cell }: DistributionTableProps) {
  const messages = useMessages(resultMessages);
  const items = numberedItems(questionnaire);
  const scale = items[0]?.question.scale;
  if (!scale) return null;
  const options = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => index);
  return (
    <TableFrame caption={messages.distributionCaption}>
      <thead>
        <tr>
          <th scope="col">{messages.item}</th>
          {options.map((index) => (
            <th key={index} scope="col" className="number">
              {scale.min + index}
              {scale.labels?.[index] && <span className="table__sub">{scale.labels[index]}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const counts = cell.items.find((score) => score.item === item.code)?.counts;
          const shares = counts ? distribution(counts, item.question.scale) : [];
          return (
            <tr key={item.code}>
              <th scope="row">{`${item.number} ${item.text}`}</th>
              {options.map((index) => (
                <td key={index} className="number">
                  {shares[index] ? `${shares[index].percent}% (${formatCount(shares[index].count)})` : '—'}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}

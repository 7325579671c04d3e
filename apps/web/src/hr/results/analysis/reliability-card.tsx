import type { Results, WholeStatistics } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';

interface ReliabilityCardProps {
  readonly results: Results;
  readonly whole: WholeStatistics;
}

/** Alpha and omega of each category and of all items. */
export function ReliabilityCard({ results, whole }: ReliabilityCardProps) {
  const { reliability } = useMessages(statisticsMessages);
  if (whole.reliability.length === 0) return null;
  const names = new Map(results.questionnaire.scoring.categories.map(({ key, name }) => [key, name]));
  return (
    <Card title={reliability.title}>
      <TableFrame caption={reliability.caption(formatCount(whole.completeCases))}>
        <thead>
          <tr>
            <th scope="col">{reliability.scale}</th>
            <th scope="col" className="number">
              {reliability.items}
            </th>
            <th scope="col" className="number">
              {reliability.alpha}
            </th>
            <th scope="col" className="number">
              {reliability.omega}
            </th>
          </tr>
        </thead>
        <tbody>
          {whole.reliability.map(({ category, items, alpha, omega }) => (
            <tr key={category} className={category === '' ? 'table__whole' : undefined}>
              <th scope="row">{category === '' ? reliability.all : (names.get(category) ?? category)}</th>
              <td className="number">{items.length}</td>
              <td className="number">{alpha ?? '—'}</td>
              <td className="number">{omega ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <p className="figure-notes">
        {reliability.reading} {reliability.missing}
      </p>
    </Card>
  );
}

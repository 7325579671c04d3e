import type { Questionnaire } from '#survey-model';
import type { CellScore, WeightedMeans } from '../../../api-client/types.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { FigureName, figureRowClass } from '../figures/figure-name.js';
import { ScoreText } from '../score-text.js';
import { weightedRows } from '../view/weighted-rows.js';

interface WeightingTableProps {
  readonly questionnaire: Questionnaire;
  /** Everybody. */
  readonly cell: CellScore;
  readonly weighted: WeightedMeans;
}

export function WeightingTable({ questionnaire, cell, weighted }: WeightingTableProps) {
  const { weighting } = useMessages(statisticsMessages);
  const { overall } = useMessages(resultMessages);
  return (
    <TableFrame caption={weighting.caption}>
      <thead>
        <tr>
          <th scope="col">{weighting.figure}</th>
          <th scope="col" className="number">
            {weighting.plain}
          </th>
          <th scope="col" className="number">
            {weighting.weighted}
          </th>
          <th scope="col" className="number">
            {weighting.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {weightedRows(questionnaire, cell, weighted).map((row) => (
          <tr key={`${row.kind} ${row.code}`} className={figureRowClass(row.kind)}>
            <th scope="row">
              <FigureName name={row.kind === 'overall' ? overall : row.name} number={row.number} />
            </th>
            <td className="number">
              <ScoreText mean={row.plain} />
            </td>
            <td className="number">
              <ScoreText mean={row.weighted} />
            </td>
            <td className="number">{row.difference ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

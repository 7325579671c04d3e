import type { Programme } from '../../../api-client/types.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';

/** 対象者 by fiscal year and cumulated, plan and actual. Years that have not begun have no actual figure. */
export function PlanTable({ programme }: { readonly programme: Programme }) {
  const messages = useMessages(trainingMessages);
  const { years, targetYear, total, cumulative } = programme;
  return (
    <TableFrame caption={messages.planCaption(programme.name)} className="plan-table">
      <thead>
        <tr>
          <th scope="col">{messages.year}</th>
          {messages.planColumns.map((column) => (
            <th key={column} scope="col" className="number">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => {
          const begun = year.fiscalYear <= targetYear;
          return (
            <tr key={year.fiscalYear} className={year.fiscalYear === targetYear ? 'plan-table__now' : undefined}>
              <th scope="row">
                {year.short}
                <span className="table__sub muted">{year.label}</span>
              </th>
              <td className="number">{formatCount(year.target)}</td>
              <td className="number">{begun ? formatCount(year.actual) : '—'}</td>
              <td className="number">{formatCount(year.cumulativeTarget)}</td>
              <td className="number">{begun ? formatCount(year.cumulativeActual) : '—'}</td>
            </tr>
          );
        })}
        <tr className="table__whole">
          <th scope="row">{messages.total}</th>
          <td className="number">{formatCount(total)}</td>
          <td className="number">{formatCount(cumulative)}</td>
          <td />
          <td />
        </tr>
      </tbody>
    </TableFrame>
  );
}

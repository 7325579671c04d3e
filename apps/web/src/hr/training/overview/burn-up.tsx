import { useCallback } from 'react';
import type { BurnUpMonth } from '../../../api-client/training.js';
import { Chart } from '../../../components/chart/chart.js';
import { EmptyState } from '../../../components/empty-state.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';
import { monthText } from '../month-text.js';
import { burnUpOption } from './burn-up-option.js';

const HEIGHT_PX = 380;

interface BurnUpProps {
  readonly name: string;
  readonly months: readonly BurnUpMonth[];
}

/** Cumulated by month: planned, reached, and those of them who still serve. The table beneath has the same figures. */
export function BurnUp({ name, months }: BurnUpProps) {
  const messages = useMessages(trainingMessages);
  const { language } = useLanguage();
  const option = useCallback((width: number) => burnUpOption(months, messages.burnUpSeries, width), [months, messages]);
  if (months.length === 0) return <EmptyState title={messages.notComputed} />;
  const figure = (value: number | null): string => (value === null ? '—' : formatCount(Math.round(value)));
  return (
    <>
      <Chart label={messages.burnUpLabel(name)} height={HEIGHT_PX} option={option} />
      <details className="disclosure disclosure--tight">
        <summary>{messages.burnUpTable}</summary>
        <TableFrame caption={messages.burnUpCaption(name)} className="figures">
          <thead>
            <tr>
              <th scope="col">{messages.month}</th>
              {messages.burnUpColumns.map((column) => (
                <th key={column} scope="col" className="number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, planned, actual, active }) => (
              <tr key={month}>
                <th scope="row">{monthText(month, language)}</th>
                <td className="number">{figure(planned)}</td>
                <td className="number">{figure(actual)}</td>
                <td className="number">{figure(active)}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      </details>
    </>
  );
}

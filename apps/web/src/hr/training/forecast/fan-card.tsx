import { useCallback } from 'react';
import type { ScenarioForecast } from '../../../api-client/training.js';
import { Chart } from '../../../components/chart/chart.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingForecastMessages } from '../../../messages/training-forecast.js';
import { fanOption } from './fan-option.js';

const HEIGHT_PX = 360;

interface FanCardProps {
  readonly name: string;
  readonly scenario: ScenarioForecast;
}

/** Where the cumulative count is likely to be at the end of each year, as a band, against the target; and the table of it. */
export function FanCard({ name, scenario }: FanCardProps) {
  const messages = useMessages(trainingForecastMessages);
  const { years } = scenario;
  const option = useCallback((width: number) => fanOption(years, messages.fanSeries, width), [years, messages]);
  return (
    <>
      <Chart label={messages.fanLabel(name)} height={HEIGHT_PX} option={option} />
      <TableFrame caption={messages.fanCaption(name, messages.scenario[scenario.scenario])} className="figures">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {messages.byEndOf}
            </th>
            <th scope="col" rowSpan={2} className="number">
              {messages.cumulativeTarget}
            </th>
            <th scope="colgroup" colSpan={3} className="fan-table__group">
              {messages.cumulative}
            </th>
            <th scope="colgroup" colSpan={3} className="fan-table__group">
              {messages.active}
            </th>
          </tr>
          <tr>
            {[...messages.quantiles, ...messages.quantiles].map((quantile, at) => (
              <th key={at} scope="col" className="number">
                {quantile}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year.fiscalYear}>
              <th scope="row">{year.label}</th>
              <td className="number">{formatCount(year.cumulativeTarget)}</td>
              {[year.p10, year.p50, year.p90, year.activeP10, year.activeP50, year.activeP90].map((value, at) => (
                <td key={at} className="number">
                  {formatCount(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <p className="muted table-note">{messages.quantileNote}</p>
    </>
  );
}

import { useCallback } from 'react';
import type { EngagementLink } from '../../../api-client/training.js';
import { Chart } from '../../../components/chart/chart.js';
import { EmptyState } from '../../../components/empty-state.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { trainingForecastMessages } from '../../../messages/training-forecast.js';
import { scatterOption } from './scatter-option.js';

const HEIGHT_PX = 380;

interface EngagementScatterProps {
  readonly link: EngagementLink;
  readonly programmeName: string;
}

/** One point a department with a released figure, numbered as in the table beneath. */
export function EngagementScatter({ link, programmeName }: EngagementScatterProps) {
  const messages = useMessages(trainingForecastMessages);
  const { departments, measureLabel, correlation } = link;
  const option = useCallback(
    () => scatterOption(departments, { x: messages.density, y: measureLabel }),
    [departments, measureLabel, messages],
  );
  if (departments.length === 0) return <EmptyState title={messages.noLinks} />;
  return (
    <>
      <p className="lead-in">{correlation === null ? messages.tooFew : messages.correlation(correlation)}</p>
      <Chart label={messages.scatterLabel(programmeName, measureLabel)} height={HEIGHT_PX} option={option} />
      <TableFrame caption={messages.scatterCaption(programmeName, measureLabel)} className="figures">
        <thead>
          <tr>
            <th scope="col" className="number">
              {messages.number}
            </th>
            <th scope="col">{messages.department}</th>
            <th scope="col" className="number">
              {messages.density}
            </th>
            <th scope="col" className="number">
              {measureLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {departments.map(({ departmentCode, department, density, mean }, at) => (
            <tr key={departmentCode}>
              <td className="number">{at + 1}</td>
              <th scope="row" className="department-name">
                {department}
              </th>
              <td className="number">{density}</td>
              <td className="number">{mean}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

import type { Questionnaire } from '#survey-model';
import type { Drivers } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { FigureName } from '../figures/figure-name.js';
import { driverRows } from '../view/driver-rows.js';
import { numberedItems } from '../view/item-list.js';

interface DriversCardProps {
  readonly questionnaire: Questionnaire;
  readonly drivers: Drivers;
}

/** Which items go with an outcome, the strongest first. Association, never cause. */
export function DriversCard({ questionnaire, drivers }: DriversCardProps) {
  const { drivers: messages } = useMessages(statisticsMessages);
  const { item } = useMessages(resultMessages);
  const outcome = numberedItems(questionnaire).find(({ code }) => code === drivers.outcome);
  const title = outcome ? messages.outcomeTitle(outcome.text, outcome.number) : messages.overallTitle;
  return (
    <Card title={title}>
      <p className="lead-in">
        <strong>{messages.warning}</strong> {outcome ? messages.explained(drivers.explainedPercent) : messages.whole}
      </p>
      <TableFrame caption={messages.caption} className="drivers">
        <thead>
          <tr>
            <th scope="col">{item}</th>
            <th scope="col">{messages.share}</th>
            <th scope="col" className="number">
              {messages.correlation}
            </th>
          </tr>
        </thead>
        <tbody>
          {driverRows(questionnaire, drivers).map(({ item: { code, text, number }, percent, correlation, width }) => (
            <tr key={code}>
              <th scope="row">
                <FigureName name={text} number={number} />
              </th>
              <td>
                <span className="drivers__share">
                  <span className="number">{percent}%</span>
                  <span className="bar" aria-hidden="true">
                    <span className="bar__fill" style={{ width: `${width}%` }} />
                  </span>
                </span>
              </td>
              <td className="number">{correlation.replace('-', '−')}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </Card>
  );
}

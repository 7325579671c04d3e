import { fiscalYearOf } from '#survey-model';
import type { ScenarioForecast } from '../../../api-client/training.js';
import { ProgressBar } from '../../../components/progress-bar.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingForecastMessages } from '../../../messages/training-forecast.js';
import { probabilityText } from './probability-text.js';

interface ProbabilityTableProps {
  readonly name: string;
  readonly scenarios: readonly ScenarioForecast[];
  /** The day the forecast starts from: earlier years are over, and their targets reached or not. */
  readonly asOf: string | null;
}

/** The probability of every year's cumulative target, the final one last and strongest, in both scenarios. */
export function ProbabilityTable({ name, scenarios, asOf }: ProbabilityTableProps) {
  const messages = useMessages(trainingForecastMessages);
  const years = scenarios[0]?.years ?? [];
  const present = asOf === null ? 0 : fiscalYearOf(asOf);
  return (
    <TableFrame caption={messages.probabilityCaption(name)} className="figures">
      <thead>
        <tr>
          <th scope="col">{messages.byEndOf}</th>
          <th scope="col" className="number">
            {messages.cumulativeTarget}
          </th>
          {scenarios.map(({ scenario }) => (
            <th key={scenario} scope="col">
              {messages.scenario[scenario]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map(({ fiscalYear, label, cumulativeTarget }, at) => (
          <tr key={fiscalYear} className={at === years.length - 1 ? 'table__whole' : undefined}>
            <th scope="row">
              {label}
              {at === years.length - 1 && <span className="table__sub">{messages.finalTarget}</span>}
            </th>
            <td className="number">{formatCount(cumulativeTarget)}</td>
            {scenarios.map(({ scenario, years: own }) => {
              const probability = own.find((year) => year.fiscalYear === fiscalYear)?.probability;
              if (probability === undefined) return <td key={scenario}>—</td>;
              if (fiscalYear < present)
                return <td key={scenario}>{probability === 1 ? messages.wasReached : messages.wasNotReached}</td>;
              return (
                <td key={scenario}>
                  <span className="probability">
                    <span className="probability__text">{probabilityText(probability, messages.probability)}</span>
                    <ProgressBar
                      label={messages.probabilityOf(label, messages.scenario[scenario])}
                      value={Math.round(probability * 100)}
                      max={100}
                    />
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

import { fiscalYearLabel, fiscalYearShort } from '#survey-model';
import type { ProgrammeDraft } from '../../../api-client/training.js';
import { Button } from '../../../components/button.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';
import { planYears, totalOf, withTarget } from './plan-draft.js';

interface YearTargetsProps {
  readonly programmes: readonly ProgrammeDraft[];
  readonly onChange: (programmes: readonly ProgrammeDraft[]) => void;
}

/** Targets of every programme by fiscal year. An empty field: no target in that year. */
export function YearTargets({ programmes, onChange }: YearTargetsProps) {
  const messages = useMessages(trainingPlanMessages);
  const years = planYears(programmes);
  const last = years.at(-1);
  const setAll = (fiscalYear: number, target: number | null): void =>
    onChange(programmes.map((programme) => withTarget(programme, fiscalYear, target)));
  return (
    <>
      <TableFrame caption={messages.targetsCaption} className="target-grid">
        <thead>
          <tr>
            <th scope="col">{messages.programme}</th>
            {years.map((year) => (
              <th key={year} scope="col" className="number">
                {fiscalYearShort(year)}
                <span className="visually-hidden"> {fiscalYearLabel(year)}</span>
              </th>
            ))}
            <th scope="col" className="number">
              {messages.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {programmes.map((programme, at) => (
            <tr key={programme.key}>
              <th scope="row">{programme.name}</th>
              {years.map((year) => (
                <td key={year}>
                  <input
                    type="number"
                    className="input target-grid__input"
                    aria-label={messages.targetOf(programme.name, fiscalYearLabel(year))}
                    min={0}
                    max={1_000_000}
                    step={1}
                    inputMode="numeric"
                    value={programme.years.find(({ fiscalYear }) => fiscalYear === year)?.target ?? ''}
                    onChange={({ target: { value } }) => {
                      const next = withTarget(programme, year, value === '' ? null : Math.trunc(Number(value)));
                      onChange(programmes.map((each, index) => (index === at ? next : each)));
                    }}
                  />
                </td>
              ))}
              <td className="number">{formatCount(totalOf(programme))}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {last !== undefined && (
        <div className="cluster table-note">
          <Button kind="secondary" onClick={() => setAll(last + 1, 0)}>
            {messages.addYear(fiscalYearLabel(last + 1))}
          </Button>
          {years.length > 1 && (
            <Button kind="quiet" onClick={() => setAll(last, null)}>
              {messages.removeYear(fiscalYearLabel(last))}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

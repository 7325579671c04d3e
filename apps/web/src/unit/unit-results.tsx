import { useNavigate } from 'react-router';
import type { Results } from '../api-client/types.js';
import { Field } from '../components/field.js';
import { DepartmentDetail } from '../hr/results/departments/department-detail.js';
import { MethodsText } from '../hr/results/methods/methods-text.js';
import { ResultSummary } from '../hr/results/result-summary.js';
import { indexCells } from '../hr/results/view/result-cells.js';
import { useMessages } from '../language/language.js';
import { unitMessages } from '../messages/unit.js';

interface UnitResultsProps {
  readonly all: readonly Results[];
  readonly results: Results;
  /** The head's own department. */
  readonly own: string;
  /** The department looked at: the own one or one inside it. */
  readonly shown: string;
}

export function UnitResults({ all, results, own, shown }: UnitResultsProps) {
  const messages = useMessages(unitMessages);
  const navigate = useNavigate();
  const cells = indexCells(results.cells);
  const addressOf = (department: string): string =>
    `?${new URLSearchParams({ survey: results.surveyId, department }).toString()}`;
  return (
    <>
      {all.length > 1 && (
        <div className="inline-form unit-survey">
          <Field label={messages.survey}>
            {(control) => (
              <select
                {...control}
                className="input"
                value={results.surveyId}
                onChange={(event) =>
                  void navigate(`?${new URLSearchParams({ survey: event.target.value }).toString()}`)
                }
              >
                {all.map(({ surveyId, fiscalYearLabel, title }) => (
                  <option key={surveyId} value={surveyId}>
                    {`${fiscalYearLabel} ${title}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      <ResultSummary results={results} whole={cells.whole} />
      <DepartmentDetail
        key={`${results.surveyId} ${shown}`}
        results={results}
        cells={cells}
        code={shown}
        addressOf={addressOf}
        {...(shown === own ? {} : { backTo: addressOf(own) })}
      />
      <MethodsText minGroup={results.minGroup} detailMinGroup={results.detailMinGroup} />
    </>
  );
}

import { useState } from 'react';
import { requestTable } from '../../../api-client/further-tables.js';
import type { Results } from '../../../api-client/types.js';
import { Button } from '../../../components/button.js';
import { CheckField } from '../../../components/check-field.js';
import { Field } from '../../../components/field.js';
import { Notice } from '../../../components/notice.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { furtherTablesMessages } from '../../../messages/further-tables.js';
import { departmentChoices, MOST_CROSSED_ATTRIBUTES } from '../view/further-table.js';

interface TableRequestFormProps {
  readonly results: Results;
  readonly onAsked: () => void;
}

/** Which attributes to cross, and of which department only. */
export function TableRequestForm({ results, onAsked }: TableRequestFormProps) {
  const messages = useMessages(furtherTablesMessages);
  const [attributes, setAttributes] = useState<readonly string[]>([]);
  const [department, setDepartment] = useState('');
  const [asked, setAsked] = useState(false);
  const request = useAction(async () => {
    setAsked(false);
    await requestTable(results.surveyId, attributes, department === '' ? null : department);
    setAttributes([]);
    setDepartment('');
    setAsked(true);
    onAsked();
  });
  const full = attributes.length >= MOST_CROSSED_ATTRIBUTES;
  const toggle = (key: string, checked: boolean): void =>
    setAttributes(checked ? [...attributes, key] : attributes.filter((each) => each !== key));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void request.run();
      }}
    >
      <fieldset className="fieldset">
        <legend className="fieldset__legend">{messages.attributes(MOST_CROSSED_ATTRIBUTES)}</legend>
        <div className="check-row">
          {results.attributes.map(({ key, label }) => (
            <CheckField
              key={key}
              label={label}
              checked={attributes.includes(key)}
              disabled={full && !attributes.includes(key)}
              onChange={(checked) => toggle(key, checked)}
            />
          ))}
        </div>
      </fieldset>
      <DepartmentField results={results} value={department} onChange={setDepartment} />
      {request.problem && <ProblemNotice problem={request.problem} />}
      {asked && (
        <Notice kind="success" live>
          <p>{messages.asked}</p>
        </Notice>
      )}
      <Button type="submit" busy={request.busy} disabled={attributes.length === 0}>
        {messages.submit}
      </Button>
    </form>
  );
}

interface DepartmentFieldProps {
  readonly results: Results;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

function DepartmentField({ results, value, onChange }: DepartmentFieldProps) {
  const messages = useMessages(furtherTablesMessages);
  const choices = departmentChoices(results.attributes);
  if (choices.length === 0) return null;
  return (
    <div className="further-table__within">
      <Field label={messages.within}>
        {(control) => (
          <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{messages.everywhere}</option>
            {choices.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

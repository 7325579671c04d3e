import { useState } from 'react';
import type { GroupProgress } from '../../../api-client/training.js';
import type { Department } from '../../../api-client/types.js';
import { Button } from '../../../components/button.js';
import { CheckField } from '../../../components/check-field.js';
import { Field } from '../../../components/field.js';
import { TextField } from '../../../components/text-field.js';
import { useMessages } from '../../../language/language.js';
import { trainingPeopleMessages } from '../../../messages/training-people.js';
import { departmentOptions } from '../../roster/department-options.js';
import { useAddress } from '../use-address.js';

interface CandidateFilterProps {
  readonly departments: readonly Department[];
  readonly positions: readonly Pick<GroupProgress, 'key' | 'label'>[];
  readonly audiences: readonly string[];
}

/** Narrows the list down; lists and marks at once, the text when it is sent. */
export function CandidateFilter({ departments, positions, audiences }: CandidateFilterProps) {
  const messages = useMessages(trainingPeopleMessages);
  const address = useAddress();
  const [text, setText] = useState(address.get('q'));
  const set = (name: string, value: string): void => address.set({ [name]: value, offset: '' });
  return (
    <form
      className="candidate-filter no-print"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        set('q', text.trim());
      }}
    >
      <Choice
        label={messages.department}
        all={messages.allDepartments}
        value={address.get('department')}
        options={departmentOptions(departments).map(({ code, label }) => ({ key: code, label }))}
        onChange={(value) => set('department', value)}
      />
      <Choice
        label={messages.position}
        all={messages.allPositions}
        value={address.get('position')}
        options={positions}
        onChange={(value) => set('position', value)}
      />
      {audiences.length > 0 && (
        <Choice
          label={messages.audience}
          all={messages.allAudiences}
          value={address.get('audience')}
          options={audiences.map((name) => ({ key: name, label: name }))}
          onChange={(value) => set('audience', value)}
        />
      )}
      <TextField label={messages.query} type="search" value={text} onChange={setText} maxLength={100} />
      <Button type="submit" kind="secondary">
        {messages.search}
      </Button>
      <CheckField
        label={messages.neverOnly}
        checked={address.get('never') === '1'}
        onChange={(on) => set('never', on ? '1' : '')}
      />
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** The first option: no narrowing down. */
  readonly all: string;
  readonly value: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{all}</option>
          {options.map(({ key, label: name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

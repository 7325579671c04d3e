import { useState } from 'react';
import { listStaff } from '../../../api-client/people.js';
import type { StaffMember } from '../../../api-client/types.js';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { trainingRecordMessages } from '../../../messages/training-record.js';

const SHOWN = 8;

interface StaffPickerProps {
  readonly chosen: string | null;
  readonly onChoose: (staffNumber: string | null) => void;
}

/** One member of staff, found by number, name or kana. */
export function StaffPicker({ chosen, onChoose }: StaffPickerProps) {
  const messages = useMessages(trainingRecordMessages);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly StaffMember[] | null>(null);
  const search = useAction(async () => {
    onChoose(null);
    setFound((await listStaff({ query: query.trim(), offset: 0, limit: SHOWN })).staff);
  });
  return (
    <>
      <form
        className="inline-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (query.trim() !== '') void search.run();
        }}
      >
        <TextField label={messages.findPerson} type="search" value={query} onChange={setQuery} />
        <Button type="submit" kind="secondary" busy={search.busy}>
          {messages.find}
        </Button>
      </form>
      {search.problem && <ProblemNotice problem={search.problem} />}
      <p role="status" className="visually-hidden">
        {found && messages.found(found.length)}
      </p>
      {found?.length === 0 && <p>{messages.found(0)}</p>}
      {found && found.length > 0 && (
        <fieldset className="fieldset">
          <legend className="fieldset__legend">{messages.whichPerson}</legend>
          {found.map(({ staffNumber, name, departmentPath }) => (
            <label key={staffNumber} className="check">
              <input
                type="radio"
                name="person"
                checked={staffNumber === chosen}
                onChange={() => onChoose(staffNumber)}
              />
              <span>
                {staffNumber} {name}
                <span className="table__sub muted">{departmentPath}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

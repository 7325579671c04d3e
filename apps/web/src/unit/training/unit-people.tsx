import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { UnitPerson, UnitProgramme } from '../../api-client/training-people.js';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { EmptyState } from '../../components/empty-state.js';
import { Field } from '../../components/field.js';
import { TextField } from '../../components/text-field.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';
import { filterPeople } from './people-filter.js';
import { PersonRow } from './person-row.js';

interface UnitPeopleProps {
  readonly people: readonly UnitPerson[];
  readonly programmes: readonly UnitProgramme[];
}

/** Shown at once, and by how many more at a time: a bureau has hundreds of people. */
const STEP = 30;

/** Everybody of the unit, what they have completed and what they are enrolled in. */
export function UnitPeople({ people, programmes }: UnitPeopleProps) {
  const messages = useMessages(unitTrainingMessages);
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState('');
  const [most, setMost] = useState(STEP);
  const asked = search.get('programme') ?? '';
  const programme = programmes.some(({ key }) => key === asked) ? asked : '';
  const untrainedOnly = search.get('untrained') === '1';
  const set = (changes: Record<string, string>): void => {
    const next = new URLSearchParams({ ...Object.fromEntries(search), ...changes });
    for (const [name, value] of Object.entries(changes)) if (value === '') next.delete(name);
    setSearch(next, { replace: true, preventScrollReset: true });
    setMost(STEP);
  };
  if (people.length === 0) return <EmptyState title={messages.nobodyInUnit} />;
  const found = filterPeople(people, { programme, untrainedOnly, text });
  const shown = found.slice(0, most);
  return (
    <>
      <div className="people-filter no-print">
        <Field label={messages.programme}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={programme}
              onChange={(event) => set({ programme: event.target.value })}
            >
              <option value="">{messages.allProgrammes}</option>
              {programmes.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField label={messages.search} type="search" value={text} onChange={setText} maxLength={100} />
        <CheckField
          label={messages.untrainedOnly}
          checked={untrainedOnly}
          onChange={(on) => set({ untrained: on ? '1' : '' })}
        />
      </div>
      <p className="muted" role="status">
        {messages.peopleFound(formatCount(found.length), formatCount(people.length))}
        {untrainedOnly && (programme === '' ? messages.untrainedOfAll : messages.untrainedOfOne)}
      </p>
      {found.length === 0 ? (
        <EmptyState title={messages.nobody} />
      ) : (
        <ul className="plain-list people-list">
          {shown.map((person) => (
            <PersonRow key={person.staffNumber} person={person} programmes={programmes} />
          ))}
        </ul>
      )}
      {found.length > most && (
        <p className="people-list__more">
          <Button kind="secondary" onClick={() => setMost(most + STEP)}>
            {messages.more(formatCount(Math.min(STEP, found.length - most)))}
          </Button>
        </p>
      )}
    </>
  );
}

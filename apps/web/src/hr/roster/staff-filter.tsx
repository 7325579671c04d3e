import { useEffect, useState } from 'react';
import { listDepartments } from '../../api-client/people.js';
import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { TextField } from '../../components/text-field.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { rosterMessages } from '../../messages/roster.js';
import { departmentOptions } from './department-options.js';

export interface Filter {
  readonly query: string;
  readonly departmentCode: string;
}

export const NO_FILTER: Filter = { query: '', departmentCode: '' };
export const PAGE_SIZE = 50;

interface StaffFilterProps {
  readonly version: number;
  readonly onSearch: (filter: Filter) => void;
}

export function StaffFilter({ version, onSearch }: StaffFilterProps) {
  const messages = useMessages(rosterMessages);
  const { data, reload } = useLoad(listDepartments);
  const [filter, setFilter] = useState(NO_FILTER);
  useEffect(() => {
    if (version > 0) reload();
  }, [version, reload]);
  return (
    <form
      className="inline-form staff-filter"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(filter);
      }}
    >
      <TextField
        label={messages.query}
        type="search"
        value={filter.query}
        onChange={(query) => setFilter({ ...filter, query })}
      />
      <Field label={messages.department}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={filter.departmentCode}
            onChange={(event) => {
              const next = { ...filter, departmentCode: event.target.value };
              setFilter(next);
              onSearch(next);
            }}
          >
            <option value="">{messages.allDepartments}</option>
            {departmentOptions(data ?? []).map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" kind="secondary">
        {messages.search}
      </Button>
    </form>
  );
}

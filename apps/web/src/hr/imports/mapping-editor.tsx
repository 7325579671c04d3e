import { useState } from 'react';
import type { ColumnMapping, ImportKind } from '../../api-client/imports.js';
import type { ImportReport } from '../../api-client/types.js';
import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import type { Action } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { importMessages } from '../../messages/import.js';
import { IMPORT_FIELDS, isRequired } from './import-fields.js';

interface MappingEditorProps {
  readonly kind: ImportKind;
  readonly report: ImportReport;
  readonly check: Action<[ColumnMapping]>;
  readonly initiallyOpen: boolean;
}

/** Which column of the file is read as what. The choice is remembered for the next file. */
export function MappingEditor({ kind, report, check, initiallyOpen }: MappingEditorProps) {
  const messages = useMessages(importMessages);
  const [mapping, setMapping] = useState<ColumnMapping>(report.mapping);
  const choose = (field: string, header: string): void => {
    const rest = Object.fromEntries(Object.entries(mapping).filter(([known]) => known !== field));
    setMapping(header === '' ? rest : { ...rest, [field]: header });
  };
  return (
    <details className="disclosure" open={initiallyOpen}>
      <summary>{messages.mapping}</summary>
      <p className="muted">{messages.mappingLead}</p>
      <div className="import-mapping">
        {IMPORT_FIELDS[kind].map((field) => (
          <Field key={field} label={messages.fields[field]} required={isRequired(kind, field)}>
            {(control) => (
              <select
                {...control}
                className="input"
                value={mapping[field] ?? ''}
                onChange={(event) => choose(field, event.target.value)}
              >
                <option value="">{messages.notRead}</option>
                {report.headers
                  .filter((header) => header !== '')
                  .map((header) => (
                    <option key={header} value={header}>
                      {header}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <Button kind="secondary" busy={check.busy} onClick={() => void check.run(mapping)}>
        {messages.recheck}
      </Button>
    </details>
  );
}

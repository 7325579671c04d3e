import type { ImportKind } from '../../api-client/imports.js';
import { Field } from '../../components/field.js';
import type { Action } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { importMessages } from '../../messages/import.js';

interface UploadFieldProps {
  readonly kind: ImportKind;
  readonly upload: Action<[File]>;
}

export function UploadField({ kind, upload }: UploadFieldProps) {
  const messages = useMessages(importMessages);
  return (
    <div className="import-upload">
      <Field label={messages.choose} hint={messages.columns[kind]}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.xlsx,text/csv"
            className="input"
            disabled={upload.busy}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void upload.run(file);
              // The same file, once corrected, must be choosable again.
              event.target.value = '';
            }}
          />
        )}
      </Field>
      {upload.busy && <p role="status">{messages.uploading}</p>}
    </div>
  );
}

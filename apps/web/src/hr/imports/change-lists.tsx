import type { ImportKind } from '../../api-client/imports.js';
import type { ImportReport, PersonChange } from '../../api-client/types.js';
import { TableFrame } from '../../components/table-frame.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { importMessages } from '../../messages/import.js';
import type { ImportField } from './import-fields.js';

const KINDS = ['added', 'changed', 'moved', 'left'] as const;

interface ChangeListsProps {
  readonly kind: ImportKind;
  readonly report: ImportReport;
}

/** Who would be added, changed, moved, and who would leave; or, for successions, which old departments pass into which new ones. */
export function ChangeLists({ kind: importKind, report }: ChangeListsProps) {
  const messages = useMessages(importMessages);
  const [codeLabel, nameLabel] =
    importKind === 'successions'
      ? [messages.fields.oldCode, messages.departmentName]
      : [messages.fields.staffNumber, messages.fields.name];
  return KINDS.filter((kind) => report[kind].length > 0).map((kind) => (
    <details key={kind} className="disclosure">
      <summary>
        {messages.listOf(messages.counts[kind], formatCount(report.counts[kind] ?? report[kind].length))}
      </summary>
      <TableFrame caption={messages.listCaption(messages.counts[kind], report[kind].length)} captionHidden>
        <thead>
          <tr>
            <th scope="col">{codeLabel}</th>
            <th scope="col">{nameLabel}</th>
            <th scope="col">{messages.change}</th>
          </tr>
        </thead>
        <tbody>
          {report[kind].map((person, index) => (
            <tr key={index}>
              <td>{person.staffNumber}</td>
              <th scope="row">{person.name}</th>
              <td>
                <Changes changes={person.changes} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {report[kind].length < (report.counts[kind] ?? 0) && (
        <p className="muted">{messages.listCut(report[kind].length)}</p>
      )}
    </details>
  ));
}

function Changes({ changes }: Pick<PersonChange, 'changes'>) {
  const messages = useMessages(importMessages);
  return (
    <ul className="plain-list">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className="muted">{messages.fields[field as ImportField] ?? field}: </span>
          {before !== '' && <del>{before}</del>} {before !== '' && '→ '}
          <ins>{after === '' ? messages.blank : after}</ins>
        </li>
      ))}
    </ul>
  );
}

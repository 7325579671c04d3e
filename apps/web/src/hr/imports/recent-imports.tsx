import { useCallback } from 'react';
import { listImports, type ImportKind } from '../../api-client/imports.js';
import { LoadView } from '../../components/load-view.js';
import { TableFrame } from '../../components/table-frame.js';
import { useLoad } from '../../components/use-load.js';
import { formatInstant } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { importMessages } from '../../messages/import.js';

interface RecentImportsProps {
  readonly kind: ImportKind;
  readonly onSelect: (id: string) => void;
}

export function RecentImports({ kind, onSelect }: RecentImportsProps) {
  const messages = useMessages(importMessages);
  const { language } = useLanguage();
  const loaded = useLoad(useCallback(() => listImports(kind), [kind]));
  return (
    <LoadView loaded={loaded} skeletonLines={2}>
      {(imports) =>
        imports.length > 0 && (
          <details className="disclosure">
            <summary>{messages.recent(imports.length)}</summary>
            <TableFrame caption={messages.recentCaption} captionHidden>
              <thead>
                <tr>
                  <th scope="col">{messages.fileName}</th>
                  <th scope="col">{messages.requestedAt}</th>
                  <th scope="col">{messages.stateLabel}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {imports.map((entry) => (
                  <tr key={entry.id}>
                    <th scope="row">{entry.fileName}</th>
                    <td>{formatInstant(entry.requestedAt, language)}</td>
                    <td>{messages.state[entry.state]}</td>
                    <td>
                      <button
                        type="button"
                        className="link-button"
                        aria-label={messages.openOf(entry.fileName)}
                        onClick={() => onSelect(entry.id)}
                      >
                        {messages.open}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </TableFrame>
          </details>
        )
      }
    </LoadView>
  );
}

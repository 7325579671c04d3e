import type { StatementSource } from '../../../api-client/learning-records.js';
import { StateBadge } from '../../../components/state-badge.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount, formatInstant } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingRecordMessages } from '../../../messages/training-record.js';

interface SourceTableProps {
  readonly sources: readonly StatementSource[];
  readonly onRevoke: (source: StatementSource) => void;
}

export function SourceTable({ sources, onRevoke }: SourceTableProps) {
  const messages = useMessages(trainingRecordMessages);
  const { language } = useLanguage();
  return (
    <TableFrame caption={messages.sourcesCaption} className="figures">
      <thead>
        <tr>
          {messages.sourceColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {messages.sourceNumbers.map((column) => (
            <th key={column} scope="col" className="number">
              {column}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.key}>
            <th scope="row" className="department-name">
              {source.name}
              <span className="table__sub muted">{source.key}</span>
            </th>
            <td>
              {source.revokedAt === null ? (
                <StateBadge tone="done">{messages.inUse}</StateBadge>
              ) : (
                <StateBadge tone="neutral">{messages.revoked}</StateBadge>
              )}
            </td>
            <td>{source.lastUsedAt === null ? messages.neverUsed : formatInstant(source.lastUsedAt, language)}</td>
            <td className="number">{formatCount(source.recorded)}</td>
            <td className="number">{formatCount(source.parked)}</td>
            <td className="number">{formatCount(source.ignored)}</td>
            <td>
              {source.revokedAt === null && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={messages.revokeOf(source.name)}
                  onClick={() => onRevoke(source)}
                >
                  {messages.revoke}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

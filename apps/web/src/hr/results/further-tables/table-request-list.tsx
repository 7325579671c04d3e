import type { Results, TableRequest, TableRequests } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { StateBadge, type Tone } from '../../../components/state-badge.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatInstant } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { furtherTablesMessages } from '../../../messages/further-tables.js';
import { departmentLabel, tableName } from '../view/further-table.js';

interface TableRequestListProps {
  readonly attributes: Results['attributes'];
  readonly tables: TableRequests;
}

/** Every request with its state, the newest first. */
export function TableRequestList({ attributes, tables }: TableRequestListProps) {
  const messages = useMessages(furtherTablesMessages);
  const { language } = useLanguage();
  if (tables.requests.length === 0) {
    return (
      <Card title={messages.listTitle}>
        <EmptyState title={messages.none} />
      </Card>
    );
  }
  return (
    <Card title={messages.listTitle}>
      <TableFrame caption={messages.listCaption}>
        <thead>
          <tr>
            <th scope="col">{messages.table}</th>
            <th scope="col">{messages.state}</th>
            <th scope="col">{messages.requestedAt}</th>
            <th scope="col">{messages.requestedBy}</th>
          </tr>
        </thead>
        <tbody aria-live="polite">
          {tables.requests.map((request) => (
            <tr key={request.id}>
              <th scope="row">
                <span className="further-table__name">
                  {tableName(attributes, request)}
                  {request.departmentCode !== null && (
                    <span className="table__sub muted">
                      {messages.only(departmentLabel(attributes, request.departmentCode))}
                    </span>
                  )}
                </span>
              </th>
              <td>
                <RequestState request={request} />
              </td>
              <td>{formatInstant(request.requestedAt, language)}</td>
              <td>{request.requestedBy}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </Card>
  );
}

const TONE: Readonly<Record<TableRequest['state'], Tone>> = {
  waiting: 'waiting',
  released: 'done',
  refused: 'neutral',
};

function RequestState({ request: { state, version } }: { readonly request: TableRequest }) {
  const messages = useMessages(furtherTablesMessages);
  const text = state === 'released' && version !== null ? messages.released(version) : messages.states[state];
  return <StateBadge tone={TONE[state]}>{text}</StateBadge>;
}

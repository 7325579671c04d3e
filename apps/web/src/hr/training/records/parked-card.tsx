import { useState } from 'react';
import type { ParkedStatement } from '../../../api-client/learning-records.js';
import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { Notice } from '../../../components/notice.js';
import type { Loaded } from '../../../components/use-load.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatDate } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingRecordMessages } from '../../../messages/training-record.js';
import { ResolveDialog } from './resolve-dialog.js';

interface ParkedCardProps {
  readonly parked: Loaded<ParkedStatement[]>;
  readonly onChanged: () => void;
}

/** Completions that wait until HR says who, or which course, is meant. */
export function ParkedCard({ parked, onChanged }: ParkedCardProps) {
  const messages = useMessages(trainingRecordMessages);
  const [chosen, setChosen] = useState<ParkedStatement | null>(null);
  const [resolved, setResolved] = useState<number | null>(null);
  return (
    <Card title={messages.parkedTitle}>
      <p className="lead-in">{messages.parkedLead}</p>
      {resolved !== null && <Notice kind="success" title={messages.resolved(resolved)} live />}
      <LoadView loaded={parked} skeletonLines={3}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={messages.noneParked} />
          ) : (
            <ParkedTable statements={all} onChoose={setChosen} />
          )
        }
      </LoadView>
      {chosen && (
        <ResolveDialog
          statement={chosen}
          onClose={() => setChosen(null)}
          onResolved={(count) => {
            setChosen(null);
            setResolved(count);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}

interface ParkedTableProps {
  readonly statements: readonly ParkedStatement[];
  readonly onChoose: (statement: ParkedStatement) => void;
}

function ParkedTable({ statements, onChoose }: ParkedTableProps) {
  const messages = useMessages(trainingRecordMessages);
  const { language } = useLanguage();
  return (
    <TableFrame caption={messages.parkedCaption(statements.length)} className="parked">
      <thead>
        <tr>
          {messages.parkedColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {statements.map((statement) => (
          <tr key={statement.id}>
            <td>{messages.why[statement.reason]}</td>
            <th scope="row" className="parked__text">
              {statement.actor}
            </th>
            <td className="parked__text">
              {statement.activityName || statement.activityId}
              {statement.activityName && <span className="table__sub muted">{statement.activityId}</span>}
            </td>
            <td>{formatDate(statement.completedOn, language)}</td>
            <td className="number">{statement.mark ?? '—'}</td>
            <td className="number">{statement.alike}</td>
            <td>{statement.source}</td>
            <td>
              <button
                type="button"
                className="link-button"
                aria-label={messages.resolveOf(statement.actor)}
                onClick={() => onChoose(statement)}
              >
                {messages.resolve}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

import { useCallback, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { getTableRequests } from '../../../api-client/further-tables.js';
import type { Results, TableRequests } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { LoadView } from '../../../components/load-view.js';
import { Notice } from '../../../components/notice.js';
import { useLoad } from '../../../components/use-load.js';
import { formatDate } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { furtherTablesMessages } from '../../../messages/further-tables.js';
import { ReleasedTable } from './released-table.js';
import { TableRequestForm } from './table-request-form.js';
import { TableRequestList } from './table-request-list.js';

interface FurtherTablesViewProps {
  readonly results: Results;
  /** A table has become part of the release since the page was loaded. */
  readonly onReleased: () => void;
}

const REFRESH_MS = 2000;

/** Further tables: ask for one, see how the requests stand, read those that were released. */
export function FurtherTablesView({ results, onReleased }: FurtherTablesViewProps) {
  const { surveyId } = results;
  const loaded = useLoad(useCallback(() => getTableRequests(surveyId), [surveyId]));
  useRefresh(loaded.data, loaded.reload);
  useNewRelease(loaded.data, results.version, onReleased);
  return (
    <LoadView loaded={loaded}>
      {(tables) => (
        <>
          <RequestCard results={results} tables={tables} onAsked={loaded.reload} />
          <TableRequestList attributes={results.attributes} tables={tables} />
          {tables.requests
            .filter(({ version }) => version !== null && version <= results.version)
            .map((request) => (
              <ReleasedTable key={request.id} results={results} request={request} />
            ))}
        </>
      )}
    </LoadView>
  );
}

interface RequestCardProps {
  readonly results: Results;
  readonly tables: TableRequests;
  readonly onAsked: () => void;
}

function RequestCard({ results, tables, onAsked }: RequestCardProps) {
  const messages = useMessages(furtherTablesMessages);
  const { language } = useLanguage();
  const date = formatDate(tables.destroyOn, language);
  return (
    <Card title={messages.formTitle}>
      <div className="stack">
        <p>{messages.lead}</p>
        <p className="muted">{tables.open ? messages.until(date) : messages.over(date)}</p>
        {tables.awaitingKey && (
          <Notice kind="warning" title={messages.awaitingTitle}>
            <p>{messages.awaitingBody}</p>
            <p>
              <Link to={`/custody/${results.surveyId}`}>{messages.toCustody}</Link>
            </p>
          </Notice>
        )}
        {tables.open && <TableRequestForm results={results} onAsked={onAsked} />}
      </div>
    </Card>
  );
}

/** Looks again every two seconds while a request waits to be decided. */
function useRefresh(tables: TableRequests | null, reload: () => void): void {
  const waits = tables?.requests.some(({ state }) => state === 'waiting') ?? false;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(reload, REFRESH_MS);
    return () => clearInterval(timer);
  }, [waits, reload]);
}

/** Calls `onReleased` once for every version that is newer than the one on the page. */
function useNewRelease(tables: TableRequests | null, shown: number, onReleased: () => void): void {
  const newest = Math.max(0, ...(tables?.requests.map(({ version }) => version ?? 0) ?? []));
  const asked = useRef(shown);
  useEffect(() => {
    if (newest <= Math.max(shown, asked.current)) return;
    asked.current = newest;
    onReleased();
  }, [newest, shown, onReleased]);
}

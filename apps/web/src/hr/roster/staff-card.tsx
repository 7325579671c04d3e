import { useCallback, useEffect, useState } from 'react';
import { listStaff } from '../../api-client/people.js';
import { Card } from '../../components/card.js';
import { EmptyState } from '../../components/empty-state.js';
import { LoadView } from '../../components/load-view.js';
import { Pager } from '../../components/pager.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { rosterMessages } from '../../messages/roster.js';
import { NO_FILTER, PAGE_SIZE, StaffFilter, type Filter } from './staff-filter.js';
import { StaffTable } from './staff-table.js';

/** The roster, searched and paged. `version` changes when it has to be read again. */
export function StaffCard({ version }: { readonly version: number }) {
  const messages = useMessages(rosterMessages);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [offset, setOffset] = useState(0);
  const { query, departmentCode } = filter;
  const load = useCallback(
    () =>
      listStaff({
        offset,
        limit: PAGE_SIZE,
        ...(query ? { query } : {}),
        ...(departmentCode ? { departmentCode } : {}),
      }),
    [query, departmentCode, offset],
  );
  const loaded = useLoad(load);
  const { reload } = loaded;
  useEffect(() => {
    if (version > 0) reload();
  }, [version, reload]);
  const search = (next: Filter): void => {
    setOffset(0);
    setFilter(next);
  };
  return (
    <Card title={messages.staffTitle}>
      <StaffFilter version={version} onSearch={search} />
      <LoadView loaded={loaded}>
        {(page) =>
          page.total === 0 ? (
            <EmptyState title={query || departmentCode ? messages.nobodyFound : messages.nobodyYet} />
          ) : (
            <>
              <StaffTable staff={page.staff} total={page.total} onChanged={reload} />
              <Pager pageSize={PAGE_SIZE} total={page.total} offset={offset} onOffset={setOffset} />
            </>
          )
        }
      </LoadView>
    </Card>
  );
}

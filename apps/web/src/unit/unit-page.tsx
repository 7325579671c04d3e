import { useSearchParams } from 'react-router';
import { EmptyState } from '../components/empty-state.js';
import { LoadView } from '../components/load-view.js';
import { Notice } from '../components/notice.js';
import { PageHead } from '../components/page-head.js';
import { useLoad } from '../components/use-load.js';
import { useMessages } from '../language/language.js';
import { unitMessages } from '../messages/unit.js';
import { useSession } from '../session/session.js';
import { loadUnitResults } from './load-unit-results.js';
import { UnitResults } from './unit-results.js';

/** What a head of a department sees: the own unit beside everybody. */
export function UnitPage() {
  const messages = useMessages(unitMessages);
  const { session } = useSession();
  const [search] = useSearchParams();
  const loaded = useLoad(loadUnitResults);
  const department = session.account?.departmentCode ?? null;
  return (
    <>
      <PageHead title={messages.title} lead={messages.lead} />
      {department === null ? (
        <Notice kind="warning" title={messages.noDepartment} />
      ) : (
        <LoadView loaded={loaded} skeletonLines={10}>
          {(all) => {
            const results = all.find(({ surveyId }) => surveyId === search.get('survey')) ?? all[0];
            if (!results) {
              return (
                <EmptyState title={messages.none}>
                  <p>{messages.noneLead}</p>
                </EmptyState>
              );
            }
            return (
              <UnitResults
                all={all}
                results={results}
                own={department}
                shown={search.get('department') ?? department}
              />
            );
          }}
        </LoadView>
      )}
    </>
  );
}

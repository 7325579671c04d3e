import { useCallback } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { getResults } from '../../api-client/results.js';
import { LoadView } from '../../components/load-view.js';
import { PageHead } from '../../components/page-head.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { resultMessages } from '../../messages/result.js';
import { MethodsText } from './methods/methods-text.js';
import { ResultSummary } from './result-summary.js';
import { ResultTabs } from './result-tabs.js';
import { ResultViewBody } from './result-view-body.js';
import { indexCells } from './view/result-cells.js';
import { resultView } from './view/results-address.js';
import { shownViews } from './view/shown-views.js';
import { WorkbookButton } from './workbooks/workbook-button.js';

/** A release, as HR sees it: all cells that may be shown. The address names the view, so that it can be shared. */
export function ResultsPage() {
  const messages = useMessages(resultMessages);
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const loaded = useLoad(useCallback(() => getResults(id), [id]));
  return (
    <LoadView loaded={loaded} skeletonLines={10}>
      {(results) => {
        const cells = indexCells(results.cells);
        const views = shownViews(results, cells);
        const view = resultView(search, views);
        const department = view === 'departments' ? search.get('department') : null;
        return (
          <>
            <PageHead
              title={messages.title}
              back={<Link to={`/hr/surveys/${id}`}>{results.title}</Link>}
              lead={`${results.organisation} ・ ${results.fiscalYearLabel}`}
              actions={<WorkbookButton surveyId={id} label={messages.allWorkbooks} />}
            />
            {department === null && <ResultSummary results={results} whole={cells.whole} />}
            <ResultTabs views={views} current={view} />
            <ResultViewBody
              results={results}
              cells={cells}
              view={view}
              department={department}
              onReleased={loaded.reload}
            />
            <MethodsText minGroup={results.minGroup} detailMinGroup={results.detailMinGroup} />
          </>
        );
      }}
    </LoadView>
  );
}

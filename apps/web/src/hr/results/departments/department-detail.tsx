import { lineageOf, parentsOf } from '#survey-model';
import { Link } from 'react-router';
import { Card } from '../../../components/card.js';
import { Notice } from '../../../components/notice.js';
import { subtree } from '../../../components/tree/tree-rows.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { DistributionCard } from '../items/distribution-card.js';
import type { ResultScope } from '../result-scope.js';
import { TrendCard } from '../trend/trend-card.js';
import { attributeOf, groupRows } from '../view/result-cells.js';
import { WorkbookButton } from '../workbooks/workbook-button.js';
import { ComparisonTable } from './comparison-table.js';
import { DepartmentPositions } from './department-positions.js';
import { DepartmentStats } from './department-stats.js';
import { DepartmentTree } from './department-tree.js';

interface DepartmentDetailProps extends ResultScope {
  readonly code: string;
  readonly addressOf: (code: string) => string;
  /** Where all departments are listed, for readers who may see them. */
  readonly backTo?: string;
}

/** One department against the whole, with what is under it. */
export function DepartmentDetail({ results, cells, code, addressOf, backTo }: DepartmentDetailProps) {
  const messages = useMessages(resultMessages);
  const { trend } = useMessages(statisticsMessages);
  const definition = attributeOf(results, 'department');
  const labels = new Map(definition?.values.map((value) => [value.key, value.label]));
  if (!definition || !labels.has(code)) return <Notice kind="warning" title={messages.unknownDepartment} />;
  const path = lineageOf(code, parentsOf(definition)).reverse();
  const cell = cells.find({ department: code });
  const below = subtree(groupRows(results, cells, 'department'), code).slice(1);
  return (
    <>
      {backTo && (
        <p>
          <Link to={backTo} className="back-link">
            {messages.allDepartments}
          </Link>
        </p>
      )}
      <Card
        title={path.map((key) => labels.get(key)).join(' ')}
        actions={<WorkbookButton surveyId={results.surveyId} departmentCode={code} label={messages.oneWorkbook} />}
      >
        <DepartmentStats results={results} cell={cell} whole={cells.whole} />
      </Card>
      {cell?.status === 'published' && (
        <>
          <Card title={messages.comparisonTitle}>
            <ComparisonTable results={results} own={cell} whole={cells.whole} />
          </Card>
          <DistributionCard results={results} cell={cell} />
          {cell.earlier.some(({ status }) => status === 'shown') && (
            <TrendCard title={trend.ownTitle} results={results} cell={cell} />
          )}
        </>
      )}
      <DepartmentPositions results={results} cells={cells} code={code} />
      {below.length > 0 && (
        <Card title={messages.belowTitle}>
          <DepartmentTree results={results} cells={cells} rows={below} addressOf={addressOf} />
        </Card>
      )}
    </>
  );
}

import type { Results } from '../../api-client/types.js';
import { AnalysisView } from './analysis/analysis-view.js';
import { ChoicesView } from './choices/choices-view.js';
import { DepartmentDetail } from './departments/department-detail.js';
import { DepartmentsView } from './departments/departments-view.js';
import { FurtherTablesView } from './further-tables/further-tables-view.js';
import { GroupsView } from './groups/groups-view.js';
import { ItemsView } from './items/items-view.js';
import { PositionsView } from './positions/positions-view.js';
import { TrendView } from './trend/trend-view.js';
import type { ResultCells } from './view/result-cells.js';
import { viewAddress, type ResultView } from './view/results-address.js';

interface ResultViewBodyProps {
  readonly results: Results;
  readonly cells: ResultCells;
  readonly view: ResultView;
  /** Code of the department to look at, in the departments view. */
  readonly department: string | null;
  /** A further table has become part of the release. */
  readonly onReleased: () => void;
}

export function ResultViewBody({ results, cells, view, department, onReleased }: ResultViewBodyProps) {
  const scope = { results, cells };
  switch (view) {
    case 'items':
      return <ItemsView {...scope} />;
    case 'positions':
      return <PositionsView {...scope} />;
    case 'departments': {
      const addressOf = (code: string): string => viewAddress('departments', code);
      if (department === null) return <DepartmentsView {...scope} addressOf={addressOf} />;
      return (
        <DepartmentDetail
          key={department}
          {...scope}
          code={department}
          addressOf={addressOf}
          backTo={viewAddress('departments')}
        />
      );
    }
    case 'groups':
      return <GroupsView {...scope} />;
    case 'choices':
      return <ChoicesView {...scope} />;
    case 'trend':
      return <TrendView {...scope} />;
    case 'analysis':
      return <AnalysisView {...scope} />;
    case 'tables':
      return <FurtherTablesView results={results} onReleased={onReleased} />;
  }
}

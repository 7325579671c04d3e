import { useState } from 'react';
import type { DepartmentTarget } from '../../../api-client/training.js';
import type { Programme } from '../../../api-client/types.js';
import { EmptyState } from '../../../components/empty-state.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';
import { LockMark } from './lock-mark.js';
import { PaceMark } from './pace-mark.js';
import { TargetDialog } from './target-dialog.js';

interface DepartmentTargetsProps {
  readonly programme: Programme;
  readonly onChanged: () => void;
}

/** This year's target of each department, how far it is, and, where HR fixed it, why. */
export function DepartmentTargets({ programme, onChanged }: DepartmentTargetsProps) {
  const messages = useMessages(trainingMessages);
  const [changing, setChanging] = useState<DepartmentTarget | null>(null);
  const { departments, years, targetYear } = programme;
  if (departments.length === 0) return <EmptyState title={messages.notComputed} />;
  const year = years.find(({ fiscalYear }) => fiscalYear === targetYear)?.label ?? '';
  return (
    <>
      <TableFrame caption={messages.departmentsCaption(year)} className="figures">
        <thead>
          <tr>
            <th scope="col">{messages.department}</th>
            {messages.departmentColumns.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
            <th scope="col">{messages.standing}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {departments.map((department) => (
            <tr key={department.departmentCode}>
              <th scope="row" className="department-name">
                {department.department}
                {department.locked && (
                  <span className="table__sub muted">
                    <LockMark /> {department.lockReason}
                  </span>
                )}
              </th>
              <FigureCells department={department} />
              <td>
                <PaceMark actual={department.actual} target={department.target} />
              </td>
              <td>
                <button
                  type="button"
                  className="link-button"
                  aria-label={messages.changeTargetOf(department.department)}
                  onClick={() => setChanging(department)}
                >
                  {messages.changeTarget}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <p className="muted table-note">{messages.catchUpNote}</p>
      {changing && (
        <TargetDialog
          programme={programme}
          department={changing}
          onClose={() => setChanging(null)}
          onChanged={onChanged}
        />
      )}
    </>
  );
}

function FigureCells({ department }: { readonly department: DepartmentTarget }) {
  const { headcount, target, catchUp, actual, cumulative, active } = department;
  return (
    <>
      <td className="number">{formatCount(headcount)}</td>
      <td className="number">{formatCount(target)}</td>
      <td className="number">{catchUp === 0 ? '0' : signed(catchUp)}</td>
      <td className="number">{formatCount(actual)}</td>
      <td className="number">{formatCount(Math.max(0, target - actual))}</td>
      <td className="number">{formatCount(cumulative)}</td>
      <td className="number">{formatCount(active)}</td>
    </>
  );
}

const signed = (value: number): string => (value > 0 ? `+${formatCount(value)}` : `−${formatCount(-value)}`);

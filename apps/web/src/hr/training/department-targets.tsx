import type { Programme } from '../../api-client/types.js';
import { TableFrame } from '../../components/table-frame.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { trainingMessages } from '../../messages/training.js';
import { PaceMark } from './pace-mark.js';

/** This year's target of each department, shared out by headcount, and how far it is. */
export function DepartmentTargets({ programme }: { readonly programme: Programme }) {
  const messages = useMessages(trainingMessages);
  const { departments, years, targetYear } = programme;
  if (departments.length === 0) return null;
  const year = years.find(({ fiscalYear }) => fiscalYear === targetYear)?.label ?? '';
  return (
    <details className="disclosure" open={departments.length <= 12}>
      <summary>{messages.departments(year, departments.length)}</summary>
      <TableFrame caption={messages.departmentsCaption(year)}>
        <thead>
          <tr>
            <th scope="col">{messages.department}</th>
            {messages.departmentColumns.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
            <th scope="col">{messages.standing}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map((department) => (
            <tr key={department.departmentCode}>
              <th scope="row">{department.department}</th>
              <td className="number">{formatCount(department.headcount)}</td>
              <td className="number">{formatCount(department.target)}</td>
              <td className="number">{formatCount(department.actual)}</td>
              <td className="number">{formatCount(Math.max(0, department.target - department.actual))}</td>
              <td className="number">{formatCount(department.cumulative)}</td>
              <td>
                <PaceMark actual={department.actual} target={department.target} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </details>
  );
}

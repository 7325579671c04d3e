import type { SectionDensity } from '../../../api-client/training.js';
import { EmptyState } from '../../../components/empty-state.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';

interface SectionTableProps {
  readonly name: string;
  /** Those without anybody first. */
  readonly sections: readonly SectionDensity[];
}

/** How densely sections (課) are staffed with people trained; those without any stand out, by sign and word. */
export function SectionTable({ name, sections }: SectionTableProps) {
  const messages = useMessages(trainingMessages);
  if (sections.length === 0) return <EmptyState title={messages.notComputed} />;
  const without = sections.filter(({ active, headcount }) => active === 0 && headcount > 0).length;
  return (
    <>
      <p className="lead-in">{messages.sectionsWithout(formatCount(without), formatCount(sections.length))}</p>
      <TableFrame caption={messages.sectionCaption(name)} className="figures">
        <thead>
          <tr>
            <th scope="col">{messages.section}</th>
            {messages.sectionColumns.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
            <th scope="col">{messages.standing}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ departmentCode, department, headcount, active, per100 }) => (
            <tr key={departmentCode}>
              <th scope="row" className="department-name">
                {department}
              </th>
              <td className="number">{formatCount(headcount)}</td>
              <td className="number">{formatCount(active)}</td>
              <td className="number">{per100 ?? '—'}</td>
              <td>
                {active === 0 && headcount > 0 && (
                  <span className="pace pace--behind">
                    <span aria-hidden="true">▲</span> {messages.nobody}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

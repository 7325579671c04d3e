import type { Candidate, CandidatePage } from '../../../api-client/training-people.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingPeopleMessages } from '../../../messages/training-people.js';
import type { Selection } from './candidate-card.js';

interface CandidateTableProps {
  readonly page: CandidatePage;
  readonly programmeName: string;
  readonly selected: Selection;
  readonly onMark: (candidates: readonly Candidate[], on: boolean) => void;
}

export function CandidateTable({ page, programmeName, selected, onMark }: CandidateTableProps) {
  const messages = useMessages(trainingPeopleMessages);
  const { candidates, total } = page;
  const here = candidates.filter(({ staffNumber }) => selected.has(staffNumber)).length;
  return (
    <TableFrame caption={messages.caption(programmeName, formatCount(total))} className="candidate-table">
      <thead>
        <tr>
          <td className="no-print">
            <label className="select-box">
              <span className="visually-hidden">{messages.selectPage}</span>
              <input
                type="checkbox"
                checked={here === candidates.length}
                ref={(box) => {
                  if (box) box.indeterminate = here > 0 && here < candidates.length;
                }}
                onChange={(event) => onMark(candidates, event.target.checked)}
              />
            </label>
          </td>
          <th scope="col" className="number">
            {messages.rank}
          </th>
          {messages.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {messages.numberColumns.map((column) => (
            <th key={column} scope="col" className="number candidate-table__figure">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {candidates.map((candidate) => (
          <CandidateRow
            key={candidate.staffNumber}
            candidate={candidate}
            selected={selected.has(candidate.staffNumber)}
            onMark={(on) => onMark([candidate], on)}
          />
        ))}
      </tbody>
    </TableFrame>
  );
}

interface CandidateRowProps {
  readonly candidate: Candidate;
  readonly selected: boolean;
  readonly onMark: (on: boolean) => void;
}

function CandidateRow({ candidate, selected, onMark }: CandidateRowProps) {
  const messages = useMessages(trainingPeopleMessages);
  const { rank, staffNumber, name, department, position, audiences } = candidate;
  const { neverTrained, departmentBehind, yearsToRetirement } = candidate;
  return (
    <tr className={selected ? 'candidate-table__selected' : undefined}>
      <td className="no-print">
        <label className="select-box">
          <span className="visually-hidden">{messages.select(name)}</span>
          <input type="checkbox" checked={selected} onChange={(event) => onMark(event.target.checked)} />
        </label>
      </td>
      <td className="number">{formatCount(rank)}</td>
      <th scope="row" className="person-name">
        {name}
        <span className="table__sub muted">{staffNumber}</span>
      </th>
      <td className="person-department">{department}</td>
      <td>{position}</td>
      <td>{audiences.join(messages.comma)}</td>
      <td>{neverTrained ? messages.never : messages.before}</td>
      <td className="number">{departmentBehind > 0 ? messages.behind(formatCount(departmentBehind)) : '0'}</td>
      <td className="number">{yearsToRetirement === null ? '—' : messages.years(yearsToRetirement)}</td>
    </tr>
  );
}

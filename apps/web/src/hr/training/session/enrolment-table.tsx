import type { Enrolment } from '../../../api-client/courses.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatInstant } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingPlaceMessages } from '../../../messages/training-place.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';
import { PlaceBadge } from '../../../training/place-badge.js';

export type EnrolmentDeed = 'approve' | 'decline' | 'cancel';

interface EnrolmentTableProps {
  readonly caption: string;
  readonly enrolments: readonly Enrolment[];
  /** Left out: nothing can be done about them any more. */
  readonly onDeed?: (deed: EnrolmentDeed, enrolment: Enrolment) => void;
}

export function EnrolmentTable({ caption, enrolments, onDeed }: EnrolmentTableProps) {
  const messages = useMessages(trainingSessionMessages);
  const { source } = useMessages(trainingPlaceMessages);
  const { language } = useLanguage();
  return (
    <TableFrame caption={caption} className="enrolment-table">
      <thead>
        <tr>
          {messages.peopleColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {onDeed && <td />}
        </tr>
      </thead>
      <tbody>
        {enrolments.map((enrolment) => (
          <tr key={enrolment.id}>
            <td>{enrolment.staffNumber}</td>
            <th scope="row" className="person-name">
              {enrolment.name}
            </th>
            <td className="person-department">{enrolment.department}</td>
            <td>{enrolment.position}</td>
            <td>
              <PlaceBadge enrolment={enrolment} />
              {enrolment.reason && <span className="table__sub muted">{messages.why(enrolment.reason)}</span>}
            </td>
            <td>
              {source[enrolment.source]}
              <span className="table__sub muted">{formatInstant(enrolment.requestedAt, language)}</span>
            </td>
            {onDeed && (
              <td>
                <Deeds enrolment={enrolment} onDeed={onDeed} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

interface DeedsProps {
  readonly enrolment: Enrolment;
  readonly onDeed: (deed: EnrolmentDeed, enrolment: Enrolment) => void;
}

function Deeds({ enrolment, onDeed }: DeedsProps) {
  const messages = useMessages(trainingSessionMessages);
  const { name, approval } = enrolment;
  const deeds = [
    ...(approval === 'pending'
      ? ([
          ['approve', messages.approve, messages.approveOf(name)],
          ['decline', messages.decline, messages.declineOf(name)],
        ] as const)
      : []),
    ['cancel', messages.cancelPlace, messages.cancelPlaceOf(name)] as const,
  ];
  return (
    <span className="deeds">
      {deeds.map(([deed, label, long]) => (
        <button
          key={deed}
          type="button"
          className="link-button"
          aria-label={long}
          onClick={() => onDeed(deed, enrolment)}
        >
          {label}
        </button>
      ))}
    </span>
  );
}

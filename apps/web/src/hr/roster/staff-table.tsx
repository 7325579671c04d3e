import { useState } from 'react';
import { employmentTypeLabel, STAFF_STATUS_LABEL, type StaffStatus } from '#survey-model';
import type { StaffMember } from '../../api-client/types.js';
import { StateBadge, type Tone } from '../../components/state-badge.js';
import { TableFrame } from '../../components/table-frame.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { rosterMessages } from '../../messages/roster.js';
import { hasRole, useSession } from '../../session/session.js';
import { ReissueDialog } from './reissue-dialog.js';
import { RolesDialog } from './roles-dialog.js';

const ACCOUNT_TONE: Readonly<Record<StaffMember['account'], Tone>> = {
  none: 'neutral',
  issued: 'waiting',
  active: 'done',
};

interface StaffTableProps {
  readonly staff: readonly StaffMember[];
  readonly total: number;
  readonly onChanged: () => void;
}

export function StaffTable({ staff, total, onChanged }: StaffTableProps) {
  const messages = useMessages(rosterMessages);
  const { session } = useSession();
  const [reissue, setReissue] = useState<StaffMember | null>(null);
  const [roles, setRoles] = useState<StaffMember | null>(null);
  const isAdmin = hasRole(session.account, 'admin');
  return (
    <>
      <TableFrame caption={messages.staffCaption(formatCount(total))} className="staff-table">
        <thead>
          <tr>
            {messages.staffColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {staff.map((member) => (
            <tr key={member.staffNumber}>
              <td>{member.staffNumber}</td>
              <th scope="row" className="staff-name">
                {member.name}
                {member.kana && <span className="table__sub muted">{member.kana}</span>}
              </th>
              <td className="staff-department">{member.departmentPath}</td>
              <td>{member.position}</td>
              <td>
                {member.jobType}
                <span className="table__sub muted">
                  {[
                    employmentTypeLabel(member.employmentType),
                    STAFF_STATUS_LABEL[member.status as StaffStatus] ?? member.status,
                  ].join(' ・ ')}
                </span>
              </td>
              <td>
                <StateBadge tone={ACCOUNT_TONE[member.account]}>{messages.account[member.account]}</StateBadge>
              </td>
              <td>
                {member.roles
                  .filter((role) => role !== 'staff')
                  .map((role) => messages.role[role])
                  .join('、')}
              </td>
              <td>
                <button
                  type="button"
                  className="link-button"
                  aria-label={messages.codeFor(member.name)}
                  onClick={() => setReissue(member)}
                >
                  {messages.code}
                </button>
                {isAdmin && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={messages.rolesFor(member.name)}
                    onClick={() => setRoles(member)}
                  >
                    {messages.roles}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {reissue && <ReissueDialog member={reissue} onClose={() => setReissue(null)} onDone={onChanged} />}
      {roles && <RolesDialog member={roles} onClose={() => setRoles(null)} onDone={onChanged} />}
    </>
  );
}

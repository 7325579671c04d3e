import { useCallback } from 'react';
import { fiscalYearLabel } from '#survey-model';
import { listTargetRevisions, type TargetRevision } from '../../../api-client/training.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useLoad } from '../../../components/use-load.js';
import { formatCount, formatInstant } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';

/** What each recalculation did to the departments' targets, and why. The newest is open. */
export function TargetRevisions({ programmeKey }: { readonly programmeKey: string }) {
  const messages = useMessages(trainingMessages);
  const loaded = useLoad(useCallback(() => listTargetRevisions(programmeKey), [programmeKey]));
  return (
    <LoadView loaded={loaded} skeletonLines={5}>
      {(revisions) =>
        revisions.length === 0 ? (
          <EmptyState title={messages.noRevisions} />
        ) : (
          <>
            <p className="lead-in">{messages.revisionsLead}</p>
            {revisions.map((revision, at) => (
              <Revision key={`${revision.computedAt} ${revision.fiscalYear}`} revision={revision} open={at === 0} />
            ))}
          </>
        )
      }
    </LoadView>
  );
}

function Revision({ revision, open }: { readonly revision: TargetRevision; readonly open: boolean }) {
  const messages = useMessages(trainingMessages);
  const { language } = useLanguage();
  const { computedAt, requestedBy, fiscalYear, changes } = revision;
  const when = formatInstant(computedAt, language);
  return (
    <details className="disclosure disclosure--tight" open={open}>
      <summary>{messages.revision(when, fiscalYearLabel(fiscalYear), changes.length)}</summary>
      <TableFrame caption={messages.revisionCaption(when, requestedBy)} className="figures">
        <thead>
          <tr>
            <th scope="col">{messages.department}</th>
            <th scope="col" className="number">
              {messages.before}
            </th>
            <th scope="col" className="number">
              {messages.after}
            </th>
            <th scope="col">{messages.why}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ departmentCode, department, before, after, reasons }) => (
            <tr key={departmentCode}>
              <th scope="row" className="department-name">
                {department}
              </th>
              <td className="number">{formatCount(before)}</td>
              <td className="number">
                <span aria-hidden="true">{after > before ? '▲' : after < before ? '▼' : ''}</span> {formatCount(after)}
              </td>
              <td>{reasons.map((reason) => messages.reasons[reason]).join(messages.comma)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </details>
  );
}

import { listPlanVersions, type PlanVersion } from '../../../api-client/training.js';
import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useLoad } from '../../../components/use-load.js';
import { formatInstant } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';

/** Every version of the plan, the newest first, with what changed and why. */
export function PlanHistory() {
  const messages = useMessages(trainingPlanMessages);
  const loaded = useLoad(listPlanVersions);
  return (
    <Card title={messages.historyTitle}>
      <LoadView loaded={loaded} skeletonLines={4}>
        {(versions) =>
          versions.length === 0 ? (
            <EmptyState title={messages.noHistory} />
          ) : (
            <ol className="plain-list plan-versions">
              {versions.map((version, at) => (
                <Version key={version.version} version={version} open={at === 0} />
              ))}
            </ol>
          )
        }
      </LoadView>
    </Card>
  );
}

function Version({ version, open }: { readonly version: PlanVersion; readonly open: boolean }) {
  const messages = useMessages(trainingPlanMessages);
  const { language } = useLanguage();
  const { version: number, savedAt, savedBy, note, changes } = version;
  return (
    <li>
      <p>
        <strong>{messages.version(number)}</strong> {formatInstant(savedAt, language)} {savedBy}
      </p>
      {note && <p>{messages.noteOf(note)}</p>}
      {changes.length === 0 ? (
        <p className="muted">{messages.noChanges}</p>
      ) : (
        <details className="disclosure disclosure--tight" open={open}>
          <summary>{messages.changes(changes.length)}</summary>
          <TableFrame caption={messages.changesCaption(number)} captionHidden>
            <thead>
              <tr>
                {messages.changeColumns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changes.map(({ programme, field, before, after }, at) => (
                <tr key={at}>
                  <th scope="row">{programme}</th>
                  <td>{field}</td>
                  <td>{before || messages.nothing}</td>
                  <td>{after || messages.nothing}</td>
                </tr>
              ))}
            </tbody>
          </TableFrame>
        </details>
      )}
    </li>
  );
}

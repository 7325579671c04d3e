import { useCallback, useState } from 'react';
import { listNotDone } from '../../api-client/surveys.js';
import { Button } from '../../components/button.js';
import { Disclosure } from '../../components/disclosure.js';
import { LoadView } from '../../components/load-view.js';
import { TableFrame } from '../../components/table-frame.js';
import { useLoad } from '../../components/use-load.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';

/** Whom to remind; fetched only when asked for. */
export function NotDoneCard({ surveyId }: { readonly surveyId: string }) {
  const messages = useMessages(participationMessages);
  const [shown, setShown] = useState(false);
  return (
    <Disclosure title={messages.notDoneTitle}>
      <p className="muted">{messages.notDoneLead}</p>
      {shown ? (
        <NotDoneList surveyId={surveyId} />
      ) : (
        <Button kind="secondary" onClick={() => setShown(true)}>
          {messages.notDoneShow}
        </Button>
      )}
    </Disclosure>
  );
}

function NotDoneList({ surveyId }: { readonly surveyId: string }) {
  const messages = useMessages(participationMessages);
  const loaded = useLoad(useCallback(() => listNotDone(surveyId), [surveyId]));
  return (
    <LoadView loaded={loaded}>
      {(people) => (
        <TableFrame caption={messages.notDoneCount(formatCount(people.length))}>
          <thead>
            <tr>
              <th scope="col">{messages.staffNumber}</th>
              <th scope="col">{messages.name}</th>
              <th scope="col">{messages.department}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ staffNumber, name, departmentName }) => (
              <tr key={staffNumber}>
                <td>{staffNumber}</td>
                <td>{name}</td>
                <td>{departmentName}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </LoadView>
  );
}

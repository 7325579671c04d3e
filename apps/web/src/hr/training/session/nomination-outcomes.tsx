import type { Nomination } from '../../../api-client/courses.js';
import { Notice } from '../../../components/notice.js';
import { TableFrame } from '../../../components/table-frame.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlaceMessages } from '../../../messages/training-place.js';
import { trainingSessionMessages } from '../../../messages/training-session.js';

/** What became of everybody nominated; those who were refused first. */
export function NominationOutcomes({ nomination }: { readonly nomination: Nomination }) {
  const messages = useMessages(trainingSessionMessages);
  const { place: words } = useMessages(trainingPlaceMessages);
  const { seated, waiting, refused, outcomes } = nomination;
  const refusedFirst = [...outcomes].sort((one, other) => Number(one.place !== null) - Number(other.place !== null));
  return (
    <>
      <Notice kind={refused > 0 ? 'warning' : 'success'} title={messages.nominated(seated, waiting, refused)} live />
      <TableFrame caption={messages.outcomesCaption} className="outcomes">
        <thead>
          <tr>
            {messages.outcomeColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {refusedFirst.map(({ staffNumber, name, place, refusal }) => (
            <tr key={staffNumber}>
              <td>{staffNumber}</td>
              <th scope="row">{name || '—'}</th>
              <td>{place === null ? `× ${refusal}` : words[place](null)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

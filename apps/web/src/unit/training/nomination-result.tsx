import type { Nomination } from '../../api-client/courses.js';
import { Notice } from '../../components/notice.js';
import { StateBadge } from '../../components/state-badge.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { trainingPlaceMessages } from '../../messages/training-place.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';

/** What became of everybody nominated: who was refused comes first, with the reason. */
export function NominationResult({ nomination }: { readonly nomination: Nomination }) {
  const messages = useMessages(unitTrainingMessages);
  const { place: placeWords } = useMessages(trainingPlaceMessages);
  const { seated, waiting, refused, outcomes } = nomination;
  const refusedFirst = [...outcomes].sort((one, other) => Number(one.place !== null) - Number(other.place !== null));
  return (
    <>
      <Notice
        kind={refused > 0 ? 'warning' : 'success'}
        title={messages.nominated(formatCount(seated), formatCount(waiting))}
        live
      >
        {refused > 0 && <p>{messages.refused(formatCount(refused))}</p>}
      </Notice>
      <h3 className="nomination-result__title">{messages.outcomes}</h3>
      <ul className="plain-list nomination-result">
        {refusedFirst.map(({ staffNumber, name, place, refusal }) => (
          <li key={staffNumber}>
            <strong>{name || staffNumber}</strong>{' '}
            {place === null ? (
              <span>{refusal}</span>
            ) : (
              <StateBadge tone={place === 'seated' ? 'done' : 'waiting'}>{placeWords[place](null)}</StateBadge>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

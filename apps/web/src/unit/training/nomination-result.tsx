import type { Nomination } from '../../api-client/courses.js';
import type { Candidate } from '../../api-client/training-people.js';
import { Notice } from '../../components/notice.js';
import { StateBadge } from '../../components/state-badge.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { trainingPlaceMessages } from '../../messages/training-place.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';

interface NominationResultProps {
  readonly nomination: Nomination;
  readonly people: readonly Pick<Candidate, 'staffNumber' | 'name'>[];
}

/** What became of everybody nominated: who was refused comes first, with the reason. */
export function NominationResult({ nomination, people }: NominationResultProps) {
  const messages = useMessages(unitTrainingMessages);
  const { place: placeWords } = useMessages(trainingPlaceMessages);
  const { seated, waiting, refused, outcomes } = nomination;
  // Of people who were refused at the door the answer has no names.
  const names = new Map(people.map((person) => [person.staffNumber, person.name]));
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
            <strong>{name || (names.get(staffNumber) ?? staffNumber)}</strong>{' '}
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

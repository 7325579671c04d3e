import { dateInJapan } from '#survey-model';
import type { UnitPerson, UnitProgramme } from '../../api-client/training-people.js';
import { formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { trainingPlaceMessages } from '../../messages/training-place.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';
import { weekdayDate } from '../../training/session-time.js';
import { placeOf } from '../../training/shown-place.js';

interface PersonRowProps {
  readonly person: UnitPerson;
  readonly programmes: readonly Pick<UnitProgramme, 'key' | 'name'>[];
}

/** One person: completed programmes with their days, and places in sessions to come. */
export function PersonRow({ person, programmes }: PersonRowProps) {
  const messages = useMessages(unitTrainingMessages);
  const { place: placeWords } = useMessages(trainingPlaceMessages);
  const { language } = useLanguage();
  const { staffNumber, name, department, position, completed, upcoming } = person;
  const done = programmes.flatMap((programme) => {
    const day = completed[programme.key];
    return day === undefined ? [] : [{ ...programme, day: formatDate(day, language) }];
  });
  return (
    <li className="person-row">
      <p className="person-row__who">
        <strong>{name}</strong> <span className="muted">{staffNumber}</span>
        <span className="person-row__post muted">{`${department} ${position}`}</span>
      </p>
      <dl className="person-row__facts">
        <div>
          <dt>{messages.completed}</dt>
          {done.length === 0 && <dd>{messages.notCompleted}</dd>}
          {done.map(({ key, name: programme, day }) => (
            <dd key={key}>{messages.completedOn(programme, day)}</dd>
          ))}
        </div>
        <div>
          <dt>{messages.upcoming}</dt>
          {upcoming.length === 0 && <dd>{messages.noUpcoming}</dd>}
          {upcoming.map(({ course, startsAt, place, approval }) => (
            <dd key={`${course} ${startsAt}`}>
              {`${course} `}
              <span className="nowrap">{weekdayDate(dateInJapan(new Date(startsAt)), language)}</span>{' '}
              <span className="nowrap">{placeWords[placeOf({ place, approval })](null)}</span>
            </dd>
          ))}
        </div>
      </dl>
    </li>
  );
}

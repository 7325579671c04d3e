import type { UnitPerson } from '../../api-client/training-people.js';

export interface PeopleFilter {
  /** '': any programme. */
  readonly programme: string;
  /** Who never completed that programme, or none at all. */
  readonly untrainedOnly: boolean;
  /** Part of a name or a staff number. */
  readonly text: string;
}

export function filterPeople(people: readonly UnitPerson[], filter: PeopleFilter): UnitPerson[] {
  const text = filter.text.trim().toLowerCase();
  return people.filter(({ staffNumber, name, completed }) => {
    const trained = filter.programme === '' ? Object.keys(completed).length > 0 : filter.programme in completed;
    if (filter.untrainedOnly && trained) return false;
    return [name, staffNumber].some((value) => value.toLowerCase().includes(text));
  });
}

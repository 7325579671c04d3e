import { among, ballotOrderings, linkByAttributes, linkByRank, peopleOrderings, type Guess } from './attacker.js';
import { rightByLot } from './chance.js';
import type { Dump } from './dump.js';

/** How one way of linking did. */
export interface Success {
  readonly how: string;
  readonly guessed: number;
  readonly right: number;
  /** How many would be right on average by lot: see chance.ts. */
  readonly chance: number;
}

function judge({ how, links }: Guess, truth: ReadonlyMap<string, string>, chance: number): Success {
  let right = 0;
  for (const [person, serial] of links) if (truth.get(person) === serial) right += 1;
  return { how, guessed: links.size, right, chance };
}

/** Every order of people against every order of ballots, and what can be read. */
export function attackDump(dump: Dump, truth: ReadonlyMap<string, string>): Success[] {
  const people = peopleOrderings(dump);
  const ballots = ballotOrderings(dump);
  const ranked = people.flatMap((person) =>
    ballots.flatMap((ballot) => {
      return linkByRank(person, ballot).map((guess) =>
        judge(guess, truth, rightByLot(guess.links.keys(), ballot.keys, truth)),
      );
    }),
  );
  return [...ranked, judge(linkByAttributes(dump), truth, 0)];
}

/**
 * The same between each dump and the next: the ballots that are new against the people who changed in the meantime. Whoever copies
 * everything many times a day narrows a ballot down to the people of an hour; within that hour they must do no better than to draw lots.
 */
export function attackBetween(dumps: readonly Dump[], truth: ReadonlyMap<string, string>): Success[] {
  const sums = new Map<string, { guessed: number; right: number; chance: number }>();
  for (let at = 1; at < dumps.length; at += 1) {
    const [before, after] = [dumps[at - 1], dumps[at]];
    if (!before || !after) continue;
    const fresh = new Set([...serialsOf(after)].filter((serial) => !serialsOf(before).has(serial)));
    const moved = changedPeople(before, after);
    const ballotOrders = ballotOrderings(after).map((ordering) => among(ordering, fresh));
    for (const people of peopleOrderings(after).map((ordering) => among(ordering, moved))) {
      for (const ballots of ballotOrders) {
        for (const guess of linkByRank(people, ballots)) {
          const byLot = rightByLot(guess.links.keys(), ballots.keys, truth);
          const { right, guessed } = judge(guess, truth, byLot);
          const how = guess.how.replace(/ \((front|back)\)/, '') + (guess.how.endsWith('(back)') ? ' (back)' : '');
          const sum = sums.get(how) ?? { guessed: 0, right: 0, chance: 0 };
          sums.set(how, { guessed: sum.guessed + guessed, right: sum.right + right, chance: sum.chance + byLot });
        }
      }
    }
  }
  return [...sums].map(([how, sum]) => ({ how: `between dumps: ${how}`, ...sum }));
}

function serialsOf(dump: Dump): Set<string> {
  const serials = new Set<string>();
  for (const [table, rows] of dump.tables) {
    if (!table.startsWith('ballot:')) continue;
    for (const { columns } of rows) {
      if (Buffer.isBuffer(columns['serial'])) serials.add(columns['serial'].toString('hex'));
    }
  }
  return serials;
}

/** Whose participation row was written anew between two dumps. */
function changedPeople(before: Dump, after: Dump): Set<string> {
  const numbers = new Map(
    (after.tables.get('identity.staff_member') ?? []).map(({ columns }) => [
      String(columns['id']),
      String(columns['staff_number']),
    ]),
  );
  const written = (dump: Dump): Map<string, number> =>
    new Map(
      (dump.tables.get('identity.participation') ?? []).map(({ columns, xmin }) => [
        String(columns['staff_member_id']),
        xmin,
      ]),
    );
  const old = written(before);
  const changed = [...written(after)].filter(([id, xmin]) => old.get(id) !== xmin);
  return new Set(changed.flatMap(([id]) => numbers.get(id) ?? []));
}

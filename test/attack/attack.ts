import { among, ballotOrderings, linkByAttributes, linkByRank, peopleOrderings, type Guess } from './attacker.js';
import type { Dump } from './dump.js';

/** How one way of linking did. */
export interface Success {
  readonly how: string;
  readonly guessed: number;
  readonly right: number;
  /** How many would be right if the orders told nothing: at most one for each set that is matched. */
  readonly chance: number;
}

export function judge({ how, links }: Guess, truth: ReadonlyMap<string, string>, chance = 1): Success {
  let right = 0;
  for (const [person, serial] of links) if (truth.get(person) === serial) right += 1;
  return { how, guessed: links.size, right, chance };
}

/** Every order of people against every order of ballots, and what can be read. */
export function attackDump(dump: Dump, truth: ReadonlyMap<string, string>): Success[] {
  const people = peopleOrderings(dump);
  const ballots = ballotOrderings(dump);
  const ranked = people.flatMap((person) => ballots.flatMap((ballot) => linkByRank(person, ballot)));
  return [...ranked, linkByAttributes(dump)].map((guess) => judge(guess, truth));
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
    for (const people of peopleOrderings(after)) {
      for (const ballots of ballotOrderings(after)) {
        for (const guess of linkByRank(among(people, moved), among(ballots, fresh))) {
          const { right, guessed } = judge(guess, truth);
          const how = guess.how.replace(/ \((front|back)\)/, '') + (guess.how.endsWith('(back)') ? ' (back)' : '');
          const sum = sums.get(how) ?? { guessed: 0, right: 0, chance: 0 };
          sums.set(how, { guessed: sum.guessed + guessed, right: sum.right + right, chance: sum.chance + 1 });
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

/**
 * The smallest number of right links that chance alone reaches with a probability under `alpha`, divided by how many ways are tried
 * (Bonferroni). With nothing to go by, each matched set gives one right link on average, whatever its size (fixed points of a random
 * permutation), and their number follows a Poisson distribution.
 */
export function chanceBound(chance: number, ways: number, alpha = 0.001): number {
  let term = Math.exp(-chance);
  let tail = 1;
  for (let right = 0; ; right += 1) {
    if (tail < alpha / ways) return right;
    tail -= term;
    term *= chance / (right + 1);
  }
}

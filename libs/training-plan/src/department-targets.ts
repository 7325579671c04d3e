import type { Completion, CountingRule, DepartmentTarget } from '#survey-model';
import { allocateTargets } from './allocate-targets.js';

export interface DepartmentTargetsInput {
  readonly counting: CountingRule;
  /** The fiscal year's target of the whole organisation. */
  readonly target: number;
  readonly targetYear: number;
  /** Counted completions by fiscal year of the plan. */
  readonly byYear: ReadonlyMap<number, readonly Completion[]>;
  /** Department code -> staff numbers of its eligible staff. */
  readonly units: ReadonlyMap<string, ReadonlySet<string>>;
  /** Department code -> HR's own figure; those of other departments are ignored. */
  readonly locks: ReadonlyMap<string, number>;
}

/**
 * One fiscal year's target by department, with catch-up, ceilings and HR's own figures.
 *
 * Catch-up: targets bring every department to one density, counted completions of the plan so far and this year's target together for
 * each head of eligible staff (`allocateTargets`). A department that fell behind in earlier years gets more, one ahead gets less, down
 * to 0. `catchUp` is the difference to the share it would have without that history. Where the whole organisation is behind, the year's
 * target stays as the plan has it: catch-up moves people between departments and never adds any.
 *
 * Ceilings: of a once-in-plan programme the staff not yet counted when the year began, not those left today, so that a target does not
 * shrink because people complete the programme during the year; else everybody eligible.
 *
 * HR's own figures are kept as they are (`locked`), but never above the ceiling: nobody can be trained who is not there. The rest of the
 * target is shared among the other departments as above, so that the total holds. Where ceilings leave no room, the targets add up to
 * less than the plan's; where HR's figures alone exceed it, they stay, everybody else gets 0, and the sum is above the plan's.
 */
export function departmentTargets(input: DepartmentTargetsInput): DepartmentTarget[] {
  const { target, locks } = input;
  const standings = standingsOf(input);
  const locked = new Map<string, number>();
  for (const { code, ceiling } of standings) {
    const figure = locks.get(code);
    if (figure !== undefined) locked.set(code, Math.min(figure, ceiling));
  }
  const free = standings.filter(({ code }) => !locked.has(code));
  const rest = Math.max(0, target - [...locked.values()].reduce((sum, each) => sum + each, 0));
  const shares = allocateTargets({ target: rest, departments: free });
  const plain = allocateTargets({ target: rest, departments: free.map((each) => ({ ...each, reached: 0 })) });
  return standings.map(({ code, headcount, ceiling, actual, cumulative, active }) => ({
    departmentCode: code,
    headcount,
    target: locked.get(code) ?? shares.get(code) ?? 0,
    actual,
    cumulative,
    catchUp: (shares.get(code) ?? 0) - (plain.get(code) ?? 0),
    ceiling,
    locked: locked.has(code),
    active,
  }));
}

interface Standing {
  readonly code: string;
  readonly headcount: number;
  ceiling: number;
  reached: number;
  actual: number;
  cumulative: number;
  active: number;
}

/** One pass over the staff and one over the counted completions. */
function standingsOf({ counting, targetYear, byYear, units }: DepartmentTargetsInput): Standing[] {
  const standings: Standing[] = [];
  const home = new Map<string, Standing>();
  for (const [code, members] of units) {
    const standing = {
      code,
      headcount: members.size,
      ceiling: members.size,
      reached: 0,
      actual: 0,
      cumulative: 0,
      active: 0,
    };
    standings.push(standing);
    for (const staffNumber of members) home.set(staffNumber, standing);
  }
  const seen = new Set<string>();
  for (const [year, completions] of byYear)
    for (const { staffNumber } of completions) {
      const standing = home.get(staffNumber);
      if (!standing) continue;
      standing.cumulative += 1;
      if (year === targetYear) standing.actual += 1;
      if (year < targetYear) standing.reached += 1;
      if (year < targetYear && counting === 'once-in-plan') standing.ceiling -= 1;
      if (!seen.has(staffNumber)) standing.active += 1;
      seen.add(staffNumber);
    }
  return standings;
}

import { fiscalYearOf, type Completion, type Programme } from '#survey-model';

/**
 * outside-plan: the fiscal year is none of the plan's. counted-before: the same person already counts in the whole plan, or in that
 * fiscal year, as the programme's rule has it.
 */
export type UncountedReason = 'outside-plan' | 'counted-before';

export interface UncountedCompletion {
  readonly completion: Completion;
  readonly reason: UncountedReason;
}

export interface CountedCompletions {
  /** Every fiscal year of the plan, in order, with the completions that count in it, earliest first. */
  readonly byYear: ReadonlyMap<number, readonly Completion[]>;
  readonly uncounted: readonly UncountedCompletion[];
}

/**
 * Which completions of a programme count, and in which fiscal year (1 April to 31 March).
 * "once-in-plan": a person's earliest completion within the plan's years counts, later ones do not. "once-a-fiscal-year": the earliest of
 * each fiscal year. A completion before the plan began uses nobody's turn up. Completions of other programmes are left out.
 * The result does not depend on the order of the input.
 * @throws RangeError when a date is not "YYYY-MM-DD".
 */
export function countCompletions(programme: Programme, completions: readonly Completion[]): CountedCompletions {
  const years = programme.years.map(({ fiscalYear }) => fiscalYear).sort((a, b) => a - b);
  const byYear = new Map<number, Completion[]>(years.map((year) => [year, []]));
  const uncounted: UncountedCompletion[] = [];
  const counted = new Set<string>();
  for (const completion of earliestFirst(completions.filter(({ programmeKey }) => programmeKey === programme.key))) {
    const fiscalYear = fiscalYearOf(completion.completedOn);
    const ofYear = byYear.get(fiscalYear);
    const turn =
      programme.counting === 'once-in-plan' ? completion.staffNumber : `${fiscalYear} ${completion.staffNumber}`;
    if (!ofYear) uncounted.push({ completion, reason: 'outside-plan' });
    else if (counted.has(turn)) uncounted.push({ completion, reason: 'counted-before' });
    else {
      counted.add(turn);
      ofYear.push(completion);
    }
  }
  return { byYear, uncounted };
}

function earliestFirst(completions: readonly Completion[]): Completion[] {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...completions].sort((a, b) => order(a.completedOn, b.completedOn) || order(a.staffNumber, b.staffNumber));
}

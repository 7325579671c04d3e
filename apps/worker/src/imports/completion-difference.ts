import { fiscalYearOf, type Completion, type Programme } from '#survey-model';

/** What a list of completions changes. */
export interface CompletionDifference {
  readonly added: readonly Completion[];
  /** Another day than the one on record: the file's takes its place. */
  readonly changed: readonly { readonly before: readonly Completion[]; readonly after: Completion }[];
  readonly same: readonly Completion[];
}

/**
 * Compares by what counts once: a person and a programme, and, where the programme counts once a fiscal year, the fiscal year. Where
 * the file itself names several days for one of these, the earliest stands, as it does when completions are counted.
 */
export function completionDifference(
  known: readonly Completion[],
  incoming: readonly Completion[],
  programmes: readonly Programme[],
): CompletionDifference {
  const unitOf = unitFor(programmes);
  const before = grouped(known, unitOf);
  const added: Completion[] = [];
  const changed: { before: readonly Completion[]; after: Completion }[] = [];
  const same: Completion[] = [];
  for (const [unit, completions] of grouped(incoming, unitOf)) {
    const after = completions.reduce((first, each) => (each.completedOn < first.completedOn ? each : first));
    const old = before.get(unit) ?? [];
    if (old.length === 0) added.push(after);
    else if (old.length === 1 && old[0]?.completedOn === after.completedOn) same.push(after);
    else changed.push({ before: old, after });
  }
  return { added, changed, same };
}

function grouped(
  completions: readonly Completion[],
  unitOf: (completion: Completion) => string,
): Map<string, Completion[]> {
  const units = new Map<string, Completion[]>();
  for (const completion of completions) {
    const unit = unitOf(completion);
    const members = units.get(unit);
    if (members) members.push(completion);
    else units.set(unit, [completion]);
  }
  return units;
}

function unitFor(programmes: readonly Programme[]): (completion: Completion) => string {
  const counting = new Map(programmes.map(({ key, counting: rule }) => [key, rule]));
  return ({ staffNumber, programmeKey, completedOn }) => {
    const year = counting.get(programmeKey) === 'once-a-fiscal-year' ? fiscalYearOf(completedOn) : '';
    return `${staffNumber} ${year} ${programmeKey}`;
  };
}

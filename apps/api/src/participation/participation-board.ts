import type { ParticipationGroup } from '#contract';
import { formatPercent } from '#survey-model';

/** A group of the board before anything is hidden. Counts include everything under it. */
export interface BoardGroup {
  readonly key: string;
  readonly label: string;
  readonly parentKey: string | null;
  readonly invited: number;
  readonly done: number;
}

/**
 * Hides `done` and `rate` of groups that are too small, and of as many others as it takes that no hidden group can be had by
 * subtraction from a visible parent.
 *
 * A group of fewer than `minGroup` people is hidden. Where a parent shows its number and its hidden children together are fewer than
 * `minGroup` people, or only one, the difference would give them away: the next smallest child is hidden as well, until it does not.
 * Below a hidden parent the same holds, because it may itself be had from above.
 * @param groups in the order of the board; a group's parent is in the list, or null for the whole
 * @param minGroup k of the survey
 */
export function protectBoard(groups: readonly BoardGroup[], minGroup: number): ParticipationGroup[] {
  const hidden = new Set(groups.filter(({ invited }) => invited < minGroup).map(({ key }) => key));
  for (const parent of new Set(groups.map(({ parentKey }) => parentKey))) {
    const siblings = groups.filter(({ parentKey }) => parentKey === parent);
    hideSiblings(siblings, hidden, minGroup);
  }
  return groups.map(({ key, label, parentKey, invited, done }) => ({
    key,
    label,
    parentKey,
    invited,
    done: hidden.has(key) ? null : done,
    rate: hidden.has(key) ? null : rateOf(done, invited),
  }));
}

/** Percent to one decimal, half up; "0.0" of nobody. */
export function rateOf(done: number, invited: number): string {
  return invited === 0 ? '0.0' : formatPercent(done, invited);
}

function hideSiblings(siblings: readonly BoardGroup[], hidden: Set<string>, minGroup: number): void {
  const visible = siblings.filter(({ key }) => !hidden.has(key)).sort((a, b) => a.invited - b.invited || (a.key < b.key ? -1 : 1));
  const covered = siblings.filter(({ key }) => hidden.has(key));
  // Empty groups are known to be empty and cover nobody.
  let covers = covered.filter(({ invited }) => invited > 0).length;
  let people = covered.reduce((sum, { invited }) => sum + invited, 0);
  for (const next of visible) {
    if (covers === 0 || (covers > 1 && people >= minGroup)) return;
    hidden.add(next.key);
    covers += 1;
    people += next.invited;
  }
}

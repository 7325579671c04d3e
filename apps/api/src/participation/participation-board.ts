import type { ParticipationGroup } from '#contract';
import { formatPercent } from '#survey-model';

/** A group of the board before anything is hidden. Counts include everything under it; the groups under one add up to it. */
export interface BoardGroup {
  readonly key: string;
  readonly label: string;
  readonly parentKey: string | null;
  readonly invited: number;
  readonly done: number;
}

/**
 * Hides `done` and `rate` of the groups that are too small, and of as many others as it takes that no subtraction gives a small group
 * away.
 *
 * What a reader can work out at best is, for each visible group (and for the whole, which is always shown), that group less the
 * visible groups right under it: the people of its hidden groups, together. Wherever these are fewer than `minGroup`, the smallest
 * visible group beside them is hidden as well. It may have groups of its own, whose sum would give it back: then the smallest of these
 * is hidden with it, and so on down.
 * @param groups parents before children; a group's parent is in the list, or null for the whole
 * @param minGroup k of the survey
 */
export function protectBoard(groups: readonly BoardGroup[], minGroup: number): ParticipationGroup[] {
  const hidden = new Set(groups.filter(({ invited }) => invited < minGroup).map(({ key }) => key));
  const children = childrenByParent(groups);
  for (const parent of [null, ...groups.map(({ key }) => key)]) {
    if (parent !== null && hidden.has(parent)) continue;
    for (;;) {
      const { people, beside } = residueOf(parent, children, hidden);
      const next = beside.reduce<BoardGroup | null>(smaller, null);
      if (people === 0 || people >= minGroup || next === null) break;
      hidden.add(next.key);
    }
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

type Children = ReadonlyMap<string | null, readonly BoardGroup[]>;

function childrenByParent(groups: readonly BoardGroup[]): Children {
  const children = new Map<string | null, BoardGroup[]>();
  for (const group of groups) {
    const siblings = children.get(group.parentKey);
    if (siblings) siblings.push(group);
    else children.set(group.parentKey, [group]);
  }
  return children;
}

/** How many people stand in the hidden groups right under `parent`, and which visible groups stand beside them. */
function residueOf(
  parent: string | null,
  children: Children,
  hidden: ReadonlySet<string>,
): { people: number; beside: BoardGroup[] } {
  let people = 0;
  const beside: BoardGroup[] = [];
  for (const child of children.get(parent) ?? []) {
    if (!hidden.has(child.key)) beside.push(child);
    else if (!children.has(child.key)) people += child.invited;
    else {
      const below = residueOf(child.key, children, hidden);
      people += below.people;
      beside.push(...below.beside);
    }
  }
  return { people, beside };
}

function smaller(best: BoardGroup | null, group: BoardGroup): BoardGroup {
  return best === null || group.invited < best.invited ? group : best;
}

import type { GroupCount } from '#database';
import { lineageOf, parentsOf, type AttributeDefinition } from '#survey-model';
import type { BoardGroup } from './participation-board.js';

/** People who stand in the department itself while it has departments under it, so that the children add up to their parent. */
const DIRECT_SUFFIX = '/direct';

/**
 * The groups of one attribute in the order of the survey's frame. Counts of a department include everything under it; people who
 * stand in a department that has others under it are a group of their own, labelled 「(直属)」.
 */
export function boardGroups(definition: AttributeDefinition, counts: readonly GroupCount[]): BoardGroup[] {
  const parents = parentsOf(definition);
  const isParent = new Set(parents.values());
  const totals = new Map<string, { invited: number; done: number }>();
  for (const { key, invited, done } of counts) {
    const direct = isParent.has(key) ? [key + DIRECT_SUFFIX] : [];
    for (const group of [...direct, ...lineageOf(key, parents)]) {
      const total = totals.get(group) ?? { invited: 0, done: 0 };
      totals.set(group, { invited: total.invited + invited, done: total.done + done });
    }
  }
  return definition.values.flatMap(({ key, label, parent }) => {
    const own = { key, label, parentKey: parent ?? null, ...(totals.get(key) ?? { invited: 0, done: 0 }) };
    const direct = totals.get(key + DIRECT_SUFFIX);
    return direct ? [own, { key: key + DIRECT_SUFFIX, label: `${label}(直属)`, parentKey: key, ...direct }] : [own];
  });
}

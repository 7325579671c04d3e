import { lineageOf, parentsOf, type AttributeDefinition, type ReleasedScore } from '#survey-model';

/** The department and everything under it, as the survey's snapshot had it; empty when the snapshot does not know it. */
export function subtreeOf(
  attributes: readonly AttributeDefinition[],
  departmentCode: string | null,
): ReadonlySet<string> {
  const departments = attributes.find(({ key }) => key === 'department');
  if (!departments || departmentCode === null) return new Set();
  const parents = parentsOf(departments);
  const keys = departments.values.map(({ key }) => key);
  return new Set(keys.filter((key) => lineageOf(key, parents).includes(departmentCode)));
}

/** What a department head sees: the whole, and every cell of the own subtree. */
export function withinSubtree(scores: readonly ReleasedScore[], subtree: ReadonlySet<string>): ReleasedScore[] {
  return scores.filter(({ key }) => {
    const { department } = key;
    return department === undefined ? Object.keys(key).length === 0 : subtree.has(department);
  });
}

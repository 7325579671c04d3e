import type { DepartmentSuccession } from '#survey-model';

/** @returns a function that finds how a succession's new unit leads back to its old one: the codes on the way, both ends the old one; else null */
export function wayBack(
  successions: readonly DepartmentSuccession[],
): (succession: DepartmentSuccession) => string[] | null {
  const next = new Map<string, string[]>();
  for (const { oldCode, newCode } of successions) next.set(oldCode, [...(next.get(oldCode) ?? []), newCode]);
  return ({ oldCode, newCode }) => {
    const cameFrom = new Map([[newCode, oldCode]]);
    for (const code of cameFrom.keys()) {
      if (code === oldCode) return wayTo(oldCode, cameFrom);
      for (const each of next.get(code) ?? []) if (!cameFrom.has(each)) cameFrom.set(each, code);
    }
    return null;
  };
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let at = cameFrom.get(end); at !== undefined && at !== end; at = cameFrom.get(at)) way.unshift(at);
  return [end, ...way];
}

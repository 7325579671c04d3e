export interface ArrangedTree {
  /** Each name with its level (1 is the top), each parent followed by what lies under it. */
  readonly values: readonly { readonly key: string; readonly parent?: string; readonly level: number }[];
  /** Circles, each once: every name lies under the next, the last one under the first. */
  readonly outside: readonly (readonly string[])[];
}

/** Puts names into the order of their tree. `parents`: the name one level up; null on the top level. */
export function arrangeTree(parents: ReadonlyMap<string, string | null>): ArrangedTree {
  const under = new Map<string | null, string[]>();
  for (const [name, parent] of parents) {
    const siblings = under.get(parent);
    if (siblings) siblings.push(name);
    else under.set(parent, [name]);
  }
  const values: { key: string; parent?: string; level: number }[] = [];
  const waiting = (under.get(null) ?? []).map((key): (typeof values)[number] => ({ key, level: 1 })).reverse();
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    values.push(value);
    const { key: parent, level } = value;
    for (const key of [...(under.get(parent) ?? [])].reverse()) waiting.push({ key, parent, level: level + 1 });
  }
  return { values, outside: values.length === parents.size ? [] : circlesOf(parents) };
}

function circlesOf(parents: ReadonlyMap<string, string | null>): string[][] {
  const seen = new Set<string>();
  return [...parents.keys()].flatMap((start) => {
    const path = new Map<string, number>();
    let at: string | null = start;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      path.set(at, path.size);
      at = parents.get(at) ?? null;
    }
    const first = at === null ? undefined : path.get(at);
    return first === undefined ? [] : [[...path.keys()].slice(first)];
  });
}

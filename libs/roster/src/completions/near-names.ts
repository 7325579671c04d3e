const SUGGESTED = 3;

/**
 * The names a text may have been meant for: those that hold it or that it holds, and those at most a third of their letters away, nearest
 * first (distance of Levenshtein), up to three.
 */
export function nearNames(text: string, names: readonly string[]): string[] {
  const wanted = plainName(text);
  if (wanted === '') return [];
  return names
    .map((name) => ({ name, distance: nearness(wanted, plainName(name)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ name }) => name);
}

/** A name as it is compared: without regard to width, case and spaces. */
export function plainName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function nearness(wanted: string, name: string): number {
  const distance = levenshtein([...wanted], [...name]);
  const holds = wanted.length > 1 && name.length > 1 && (name.includes(wanted) || wanted.includes(name));
  return holds || distance <= Math.max(1, Math.floor(name.length / 3)) ? distance : Infinity;
}

function levenshtein(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  a.forEach((letter, row) => {
    const line = [row + 1];
    b.forEach((other, column) => {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    });
    above = line;
  });
  return above[b.length] ?? 0;
}

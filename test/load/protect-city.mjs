/** A city of made-up people for the disclosure benchmark: sections in bureaus × positions × age bands, two-way tables of all of them. */
export function city(sections, { perSection = 9, seed = 1 } = {}) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const groups = new Map();
  for (let section = 0; section < sections; section += 1) {
    const people = Math.max(1, Math.round(perSection * 2 * next()));
    for (let person = 0; person < people; person += 1) {
      const position = Math.floor(7 * next() ** 2);
      const age = Math.floor(5 * next());
      const key = `${section}|${position}|${age}`;
      groups.set(key, (groups.get(key) ?? 0) + 1);
    }
  }
  const inner = [...groups].map(([key, n]) => ({ n, of: key.split('|').map(Number) }));
  return { innerN: inner.map(({ n }) => n), ...tables(inner) };
}

const BUREAU = 8;
const ways = {
  section: ({ of }) => [`b${Math.floor(of[0] / BUREAU)}`, `s${of[0]}`],
  position: ({ of }) => [`p${of[1]}`],
  age: ({ of }) => [`a${of[2]}`],
};

function tables(inner) {
  const cells = new Map();
  const pairs = [
    ['section', 'position'],
    ['section', 'age'],
    ['position', 'age'],
  ];
  inner.forEach((group, at) => {
    const names = new Set();
    for (const [a, b] of pairs)
      for (const left of ['', ...ways[a](group)])
        for (const right of ['', ...ways[b](group)]) names.add(`${left}|${right}`);
    // The same margin under two tables' names is one cell.
    const own = new Set([...names].map((name) => name.split('|').filter(Boolean).sort().join('|')));
    for (const name of own) {
      if (!cells.has(name)) cells.set(name, []);
      cells.get(name).push(at);
    }
  });
  const index = new Map([...cells.keys()].map((name, at) => [name, at]));
  return { cells: [...cells.values()], families: families(index) };
}

function families(index) {
  const found = new Map();
  const add = (parent, attribute, child) => {
    const key = `${parent} ${attribute}`;
    if (!found.has(key)) found.set(key, { parent, children: [] });
    found.get(key).children.push(child);
  };
  for (const [name, child] of index) {
    const parts = name.split('|').filter(Boolean);
    for (const part of parts) {
      const rest = parts.filter((each) => each !== part);
      const bureau = part[0] === 's' ? [`b${Math.floor(Number(part.slice(1)) / BUREAU)}`] : [];
      const parent = index.get([...rest, ...bureau].sort().join('|'));
      if (parent !== undefined) add(parent, part[0] === 'b' || part[0] === 's' ? 'section' : part[0], child);
    }
  }
  return [...found.values()];
}

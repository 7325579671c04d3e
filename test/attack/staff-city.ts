/** A seeded generator (mulberry32), so that a failing run can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Sections, positions and ages as a city has them: many combinations are one person's alone. */
export function rosterCsv(people: number, random: () => number): string {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] ?? (values[0] as T);
  const lines = Array.from({ length: people }, (_, at) => {
    const bureau = 1 + Math.floor(random() * 6);
    const section = 1 + Math.floor(random() * 5);
    const position = pick(['課長級', '主幹級・主査級', '主幹級・主査級', '主事級', '主事級', '主事級', '技能労務職員']);
    const age = 20 + Math.floor(random() * 44);
    return [
      String(10_000 + at),
      `試験 ${at}`,
      `${bureau}0${section}0`,
      `第${bureau}部/第${section}課`,
      position,
      '事務職',
      '正規',
      age,
    ].join(',');
  });
  return ['職員番号,氏名,所属コード,所属名,職位,職種,任用形態,年齢', ...lines].join('\r\n');
}

export interface Visit {
  /** Simulated minutes since the opening. */
  readonly at: number;
  readonly person: string;
  readonly what: 'start' | 'submit' | 'edit';
  /** The reply is lost, and the browser asks again. */
  readonly replyLost: boolean;
}

const OPENING_HOURS = 600;

/**
 * When everybody starts, submits and edits. Most submit some minutes after they start, which is what ties the two in time; others pause
 * for hours or days.
 */
export function planVisits(people: readonly string[], days: number, random: () => number): Visit[] {
  const visits: Visit[] = [];
  const end = days * OPENING_HOURS;
  for (const person of people) {
    const start = random() * (end - 30);
    const pause = random() < 0.75 ? 3 + random() * 15 : random() * (end - start);
    const submit = Math.min(start + pause, end - 1);
    visits.push({ at: start, person, what: 'start', replyLost: random() < 0.1 });
    visits.push({ at: submit, person, what: 'submit', replyLost: random() < 0.1 });
    if (random() < 0.15)
      visits.push({ at: submit + random() * (end - submit), person, what: 'edit', replyLost: random() < 0.1 });
  }
  return visits.sort((a, b) => a.at - b.at);
}

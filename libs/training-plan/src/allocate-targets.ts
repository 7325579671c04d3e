export interface DepartmentShare {
  readonly code: string;
  /** Eligible staff: the weight of the department. */
  readonly headcount: number;
  /** Eligible staff who can still be trained; at most `headcount`. */
  readonly ceiling: number;
  /** Counted completions of earlier years, by which the department is ahead of one that has none; 0 when left out. */
  readonly reached?: number;
}

/**
 * Shares a target out to departments in whole people, so that what each has reached in all comes to the same share of its headcount;
 * never above a department's ceiling and never below 0. What a full department cannot take goes to the others in the same way.
 *
 * Method: ideal shares are q = min(ceiling, max(0, λ·headcount − reached)) with the one λ that makes them add up to the target: λ is the
 * density that every department is brought to, so that one behind gets more and one ahead less (catch-up). Each department gets the whole
 * part of its ideal share, and the people left over go, one each, to the largest fractional parts (largest remainder, Hamilton's method),
 * ties to the larger headcount and then to the smaller code. Where nobody has reached anything and no department is full, λ is target ÷
 * total headcount and this is Hamilton's apportionment.
 *
 * What holds: the shares add up to the target, or to all ceilings where these are less; a share is its ideal share rounded down or up
 * (quota rule), and so never above the ceiling; growing headcount, or having reached less, in one department alone never lowers its own
 * share, since its ideal share rises while every other falls or stays; of two departments of one headcount and ceiling, the one that has
 * reached less never gets less. What does not hold: when the target itself rises, a department may get one person less
 * (the Alabama paradox, a weakness of largest remainders), and when two departments grow at once, so may the faster one (the population
 * paradox, which no method with the quota rule avoids: Balinski and Young, "Fair Representation", 1982). The plan's yearly target is
 * fixed, so the first can only show when HR changes it.
 * @returns code -> share, in the order given.
 * @throws RangeError on numbers that are not whole or out of range, a ceiling above its headcount, or a code given twice.
 */
export function allocateTargets(input: {
  readonly target: number;
  readonly departments: readonly DepartmentShare[];
}): Map<string, number> {
  checkInput(input);
  const { departments } = input;
  const target = Math.min(input.target, sum(departments.map(({ ceiling }) => ceiling)));
  const level = commonLevel(target, departments);
  const shares = departments.map((department) => ({ department, ...idealShare(department, level) }));
  let left = target - sum(shares.map(({ whole }) => whole));
  const extra = new Set<string>();
  for (const { department } of shares.filter(({ remainder }) => remainder > 0).sort(byRemainder)) {
    if (left === 0) break;
    extra.add(department.code);
    left -= 1;
  }
  return new Map(shares.map(({ department: { code }, whole }) => [code, whole + (extra.has(code) ? 1 : 0)]));
}

/** λ as an exact fraction; a denominator of 0 is beyond every ceiling. */
interface Level {
  readonly numerator: number;
  readonly denominator: number;
}

interface Share {
  readonly department: DepartmentShare;
  readonly whole: number;
  /** Numerator of the fractional part; all have the level's denominator. */
  readonly remainder: number;
}

/** As λ rises, a department begins to take people at reached ÷ headcount and is full at (reached + ceiling) ÷ headcount. */
function commonLevel(target: number, departments: readonly DepartmentShare[]): Level {
  const turns = departments
    .filter(({ ceiling }) => ceiling > 0)
    .flatMap(({ headcount, ceiling, reached = 0 }) => [
      { at: reached, headcount, weight: headcount, offset: -reached },
      { at: reached + ceiling, headcount, weight: -headcount, offset: reached + ceiling },
    ])
    .sort((a, b) => a.at * b.headcount - b.at * a.headcount);
  // Up to the next turn the shares add up to λ·weight + offset.
  let [weight, offset] = [0, 0];
  for (const turn of turns) {
    if (weight * turn.at >= (target - offset) * turn.headcount)
      return weight === 0
        ? { numerator: turn.at, denominator: turn.headcount }
        : { numerator: target - offset, denominator: weight };
    weight += turn.weight;
    offset += turn.offset;
  }
  return { numerator: 1, denominator: 0 };
}

function idealShare(
  { headcount, ceiling, reached = 0 }: DepartmentShare,
  { numerator, denominator }: Level,
): { whole: number; remainder: number } {
  const product = headcount * numerator - reached * denominator;
  if (denominator === 0 || product >= ceiling * denominator) return { whole: ceiling, remainder: 0 };
  if (product <= 0) return { whole: 0, remainder: 0 };
  return { whole: Math.floor(product / denominator), remainder: product % denominator };
}

function byRemainder(a: Share, b: Share): number {
  return (
    b.remainder - a.remainder ||
    b.department.headcount - a.department.headcount ||
    (a.department.code < b.department.code ? -1 : 1)
  );
}

/** Far above any organisation, and low enough that the products above stay exact in a double. */
const LARGEST = 50_000_000;

function checkInput({
  target,
  departments,
}: {
  readonly target: number;
  readonly departments: readonly DepartmentShare[];
}): void {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= LARGEST;
  if (!isCount(target)) throw new RangeError(`allocateTargets: target ${target}`);
  const codes = new Set<string>();
  for (const { code, headcount, ceiling, reached = 0 } of departments) {
    if (codes.has(code)) throw new RangeError(`allocateTargets: department ${code} is given twice`);
    codes.add(code);
    if (!isCount(headcount) || !isCount(ceiling) || !isCount(reached) || ceiling > headcount) {
      throw new RangeError(
        `allocateTargets: department ${code}: headcount ${headcount}, ceiling ${ceiling}, reached ${reached}`,
      );
    }
  }
  const [headcounts, before] = [
    sum(departments.map(({ headcount }) => headcount)),
    sum(departments.map(({ reached = 0 }) => reached)),
  ];
  if (headcounts > LARGEST || before > LARGEST) throw new RangeError('allocateTargets: headcounts are too large');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

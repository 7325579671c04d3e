export interface DepartmentShare {
  readonly code: string;
  /** Eligible staff: the weight of the department. */
  readonly headcount: number;
  /** Eligible staff who can still be trained; at most `headcount`. */
  readonly ceiling: number;
}

/**
 * Shares a target out to departments in proportion to headcount, in whole people, never above a department's ceiling; what a full
 * department cannot take goes to the others in the same proportion.
 *
 * Method: ideal shares are q = min(ceiling, λ·headcount) with the one λ that makes them add up to the target; each department gets the
 * whole part of its ideal share, and the people left over go, one each, to the largest fractional parts (largest remainder, Hamilton's
 * method), ties to the larger headcount and then to the smaller code. Without a full department λ is target ÷ total headcount.
 *
 * What holds: the shares add up to the target, or to all ceilings where these are less; a share is its ideal share rounded down or up
 * (quota rule), and so never above the ceiling; growing headcount in one department alone never lowers its own share, since its ideal
 * share rises while every other falls or stays. What does not hold: when the target itself rises, a department may get one person less
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

/** λ as an exact fraction. Departments fill up in the order of ceiling ÷ headcount; those that λ·headcount overfills are set aside. */
function commonLevel(target: number, departments: readonly DepartmentShare[]): Level {
  const staffed = departments.filter(({ headcount }) => headcount > 0);
  const byFullness = [...staffed].sort((a, b) => a.ceiling * b.headcount - b.ceiling * a.headcount);
  let numerator = target;
  let denominator = sum(staffed.map(({ headcount }) => headcount));
  for (const { headcount, ceiling } of byFullness) {
    if (ceiling * denominator > numerator * headcount) break;
    numerator -= ceiling;
    denominator -= headcount;
  }
  return { numerator, denominator };
}

function idealShare(
  { headcount, ceiling }: DepartmentShare,
  { numerator, denominator }: Level,
): { whole: number; remainder: number } {
  const product = headcount * numerator;
  if (denominator === 0 || product >= ceiling * denominator) return { whole: ceiling, remainder: 0 };
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
  for (const { code, headcount, ceiling } of departments) {
    if (codes.has(code)) throw new RangeError(`allocateTargets: department ${code} is given twice`);
    codes.add(code);
    if (!isCount(headcount) || !isCount(ceiling) || ceiling > headcount) {
      throw new RangeError(`allocateTargets: department ${code}: headcount ${headcount}, ceiling ${ceiling}`);
    }
  }
  if (sum(departments.map(({ headcount }) => headcount)) > LARGEST)
    throw new RangeError('allocateTargets: headcounts are too large');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

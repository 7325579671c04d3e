import { DEFAULT_TARGET_RULE, type DepartmentSuccession } from '#survey-model';
import { cityPlan } from './city-plan.js';
import { hasLeft, isFixture, newHire, twoYearsOn } from './city-turnover.js';
import type { DemoCity, DemoDepartment, DemoPerson } from './demo-city.js';
import { Random } from './random.js';
import { EXCHANGING } from './reorganisation-plan.js';
import { reorganisedDepartments, type ReorganisedDepartments } from './reorganised-departments.js';

export interface ReorganisedCity extends DemoCity {
  readonly successions: readonly DepartmentSuccession[];
}

/** Share of members who change their department, and of the leavers who are replaced. */
const TRANSFERRED = 0.1;
const REPLACED = 0.96;
/** Share of the members of the two exchanging sections who go to the other one. */
const EXCHANGED = 0.7;

/** The city two years on: reorganised, some staff gone and others hired, some transferred, every post of a head filled. */
export function reorganisedCity(before: DemoCity, seed = 20262): ReorganisedCity {
  const random = new Random(seed);
  const plan = reorganisedDepartments(before.departments);
  const places = new Placement(random, plan);
  const leavers = before.staff.filter((person) => hasLeft(random, person));
  const gone = new Set(leavers);
  const stayed = before.staff
    .filter((person) => !gone.has(person))
    .map((person) => ({ ...twoYearsOn(random, person), department: places.of(person) }));
  const hired = leavers
    .filter(() => random.next() < REPLACED)
    .map((leaver, at) =>
      newHire(random, before.staff.length + at + 1, leaver, places.of({ ...leaver, isHead: false })),
    );
  const staff = fillPosts(random, plan.departments, exchange(random, transfer(random, [...stayed, ...hired])));
  const rank = new Map(plan.departments.map(({ code }, at) => [code, at]));
  const at = ({ department }: DemoPerson): number => rank.get(department.code) ?? 0;
  return {
    staff: staff.sort((a, b) => at(a) - at(b) || Number(b.isHead) - Number(a.isHead)),
    departments: plan.departments,
    successions: plan.successions,
  };
}

/** Where people go: with their unit; those of a closed one wherever there is work. */
class Placement {
  private readonly open: readonly DemoDepartment[];

  constructor(
    private readonly random: Random,
    private readonly plan: ReorganisedDepartments,
  ) {
    const excluded = cityPlan().flatMap(({ name, excludedJobType }) => (excludedJobType === null ? [] : [name]));
    this.open = plan.departments.filter(
      (department) => levelOf(department) === 3 && !excluded.includes(department.bureau),
    );
  }

  of({ department, isHead }: DemoPerson): DemoDepartment {
    const heirs = this.plan.heirs.get(department.code) ?? [];
    const [first] = heirs;
    if (first === undefined) return this.random.pick(this.open);
    return isHead ? first : this.random.pick(heirs);
  }
}

/** Transferred members change places among themselves: no unit grows or shrinks by it. */
function transfer(random: Random, staff: readonly DemoPerson[]): DemoPerson[] {
  const movers = staff.filter((person) => isOfficeMember(person) && random.next() < TRANSFERRED);
  const places = random.shuffle(movers.map(({ department }) => department));
  const placeOf = new Map(movers.map((person, at) => [person, places[at]]));
  return staff.map((person) => ({ ...person, department: placeOf.get(person) ?? person.department }));
}

/** Most members of two sections change places, one by one. */
function exchange(random: Random, staff: readonly DemoPerson[]): DemoPerson[] {
  const [one = [], other = []] = EXCHANGING.map((path) =>
    random.shuffle(staff.filter((person) => !person.isHead && person.department.path.startsWith(`${path}/`))),
  );
  const pairs = Math.round(EXCHANGED * Math.min(one.length, other.length));
  const placeOf = new Map<DemoPerson, DemoDepartment>();
  for (let at = 0; at < pairs; at += 1) {
    const [a, b] = [one[at], other[at]];
    if (!a || !b) continue;
    placeOf.set(a, b.department).set(b, a.department);
  }
  return staff.map((person) => ({ ...person, department: placeOf.get(person) ?? person.department }));
}

function isOfficeMember(person: DemoPerson): boolean {
  return (
    ['主幹級・主査級', '主事級'].includes(person.position) &&
    !isFixture(person) &&
    !DEFAULT_TARGET_RULE.excludedJobTypes.includes(person.jobType)
  );
}

interface PostRank {
  readonly position: string;
  readonly grade: number;
  /** Who is promoted into it, in this order of preference. */
  readonly from: readonly string[];
}

const BUREAU_POST: PostRank = { position: '部長級', grade: 8, from: ['部長級', '次長級', '課長級'] };
const SECTION_POST: PostRank = { position: '課長級', grade: 6, from: ['課長級', '主幹級・主査級'] };

/** One head for every bureau and section: who was it, else somebody without a post, near by if possible. Others keep their rank only. */
function fillPosts(random: Random, departments: readonly DemoDepartment[], staff: readonly DemoPerson[]): DemoPerson[] {
  const heads = new Map<string, DemoPerson>();
  for (const person of staff) {
    const { code } = person.department;
    if (person.isHead && levelOf(person.department) < 3 && !heads.has(code)) heads.set(code, person);
  }
  const busy = new Set(heads.values());
  const promoted = new Map<DemoPerson, DemoPerson>();
  const free = random.shuffle(staff.filter((person) => !busy.has(person) && !isFixture(person)));
  for (const department of departments) {
    const level = levelOf(department);
    if (level > 2 || heads.has(department.code)) continue;
    const post = level === 1 ? BUREAU_POST : SECTION_POST;
    const chosen = candidate(
      free.filter((person) => !promoted.has(person)),
      post,
      department,
    );
    if (!chosen) throw new RangeError(`reorganisation: nobody can lead ${department.path}`);
    const { position, grade } = post;
    promoted.set(chosen, { ...chosen, department, position, grade, status: '在職', isHead: true });
  }
  return staff.map((person) => promoted.get(person) ?? { ...person, isHead: busy.has(person) });
}

/** 1 for a bureau, 2 for a section, 3 for a team. */
function levelOf({ path }: DemoDepartment): number {
  return path.split('/').length;
}

function candidate(free: readonly DemoPerson[], post: PostRank, department: DemoDepartment): DemoPerson | undefined {
  const order = ({ position, department: own }: DemoPerson): number =>
    2 * post.from.indexOf(position) + (own.bureau === department.bureau ? 0 : 1);
  const excluded = DEFAULT_TARGET_RULE.excludedJobTypes;
  return free
    .filter(({ position }) => post.from.includes(position))
    .filter(({ jobType, department: own }) => !excluded.includes(jobType) || own.bureau === department.bureau)
    .sort((a, b) => order(a) - order(b))[0];
}

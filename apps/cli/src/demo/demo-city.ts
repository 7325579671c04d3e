import { cityPlan, type BureauPlan } from './city-plan.js';
import { personName } from './city-names.js';
import { Random } from './random.js';

/** Target staff of the demo survey; the plan of sections is filled up to it exactly. */
export const DEMO_TARGET = 2041;
export const DEMO_ORGANISATION = 'のぞみ市';

export interface DemoDepartment {
  readonly code: string;
  /** 部, 部/課 or 部/課/チーム. */
  readonly path: string;
  readonly bureau: string;
}

export interface DemoPerson {
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string;
  readonly department: DemoDepartment;
  readonly position: string;
  readonly grade: number | null;
  readonly jobType: string;
  readonly employmentType: string;
  readonly birthDate: string;
  readonly hireDate: string;
  readonly status: string;
  readonly isHead: boolean;
}

export interface DemoCity {
  readonly staff: readonly DemoPerson[];
  readonly departments: readonly DemoDepartment[];
}

export type Role = 'director' | 'deputy-director' | 'manager' | 'member';

/** The whole invented city, the same for the same seed. */
export function demoCity(seed = 20241): DemoCity {
  const random = new Random(seed);
  const departments: DemoDepartment[] = [];
  const staff: DemoPerson[] = [];
  const hire = (department: DemoDepartment, role: Role, jobType: string | null): void => {
    staff.push(person(random, staff.length + 1, department, role, jobType));
  };
  const plans = cityPlan();
  const extra = DEMO_TARGET - targetSize(plans);
  for (const [b, bureau] of plans.entries()) {
    const code = `${b + 1}`.padStart(2, '0');
    const top: DemoDepartment = { code: `${code}0000`, path: bureau.name, bureau: bureau.name };
    departments.push(top);
    hire(top, 'director', bureau.excludedJobType);
    if (bureau.sections.length >= 4) hire(top, 'deputy-director', bureau.excludedJobType);
    for (const [s, section] of bureau.sections.entries()) {
      // What the plan lacks to the exact target works in the largest section.
      const size = section.size + (section.name === '運輸課' ? extra : 0);
      const sectionCode = `${code}${String(s + 1).padStart(2, '0')}`;
      const at: DemoDepartment = {
        code: `${sectionCode}00`,
        path: `${bureau.name}/${section.name}`,
        bureau: bureau.name,
      };
      departments.push(at);
      hire(at, 'manager', bureau.excludedJobType);
      const teams = teamsOf(at, sectionCode, size);
      departments.push(...teams);
      for (let k = 1; k < size; k += 1)
        hire(teams[k % Math.max(teams.length, 1)] ?? at, 'member', bureau.excludedJobType);
    }
  }
  return { staff, departments };
}

/** Staff a bureau plan holds that a survey would ask. */
function targetSize(plans: readonly BureauPlan[]): number {
  return plans
    .filter(({ excludedJobType }) => excludedJobType === null)
    .reduce(
      (sum, { sections }) => sum + 1 + (sections.length >= 4 ? 1 : 0) + sections.reduce((s, { size }) => s + size, 0),
      0,
    );
}

const TEAM_NAMES = ['管理チーム', '推進チーム', '調整チーム', '指導チーム', '支援チーム', '業務チーム'];

function teamsOf(section: DemoDepartment, sectionCode: string, size: number): DemoDepartment[] {
  const count = size < 9 ? 0 : Math.min(TEAM_NAMES.length, Math.max(2, Math.round(size / 9)));
  return TEAM_NAMES.slice(0, count).map((name, t) => ({
    code: `${sectionCode}${String(t + 1).padStart(2, '0')}`,
    path: `${section.path}/${name}`,
    bureau: section.bureau,
  }));
}

interface Post {
  readonly position: string;
  readonly grade: number | null;
  readonly employmentType: string;
  readonly ages: readonly [number, number];
}

const LEADERS: Readonly<Record<Exclude<Role, 'member'>, Post>> = {
  director: { position: '部長級', grade: 8, employmentType: '正規', ages: [55, 60] },
  'deputy-director': { position: '次長級', grade: 7, employmentType: '正規', ages: [52, 59] },
  manager: { position: '課長級', grade: 6, employmentType: '正規', ages: [46, 59] },
};

function memberPost(random: Random): Post {
  const draw = random.next();
  if (draw < 0.37)
    return {
      position: '主幹級・主査級',
      grade: random.pick([5, 4, 4, 3, 3, 3]),
      employmentType: '正規',
      ages: [33, 59],
    };
  if (draw < 0.69) return { position: '主事級', grade: random.pick([2, 2, 1]), employmentType: '正規', ages: [19, 37] };
  if (draw < 0.735) return { position: '技能労務職員', grade: null, employmentType: '正規', ages: [35, 60] };
  if (draw < 0.79) return { position: '再任用職員', grade: null, employmentType: '再任用', ages: [61, 65] };
  return { position: '会計年度任用職員', grade: null, employmentType: '会計年度任用', ages: [22, 64] };
}

/** Ages and dates are as of 1 April 2024, the start of the fiscal year of the first survey. */
function person(
  random: Random,
  number: number,
  department: DemoDepartment,
  role: Role,
  excludedJobType: string | null,
): DemoPerson {
  const post = role === 'member' ? memberPost(random) : LEADERS[role];
  const age = random.between(...post.ages);
  const birthYear = 2024 - age - 1;
  const hired = Math.min(2024, birthYear + 1 + random.between(19, Math.max(20, Math.min(age, 30))));
  const technical = post.position === '技能労務職員';
  return {
    staffNumber: String(100000 + number),
    ...personName(random),
    department,
    position: post.position,
    grade: post.grade,
    jobType: excludedJobType ?? (technical ? '技能労務職' : random.next() < 0.24 ? '技術職' : '事務職'),
    employmentType: post.employmentType,
    birthDate: `${birthYear}-${two(random.between(4, 12))}-${two(random.between(1, 28))}`,
    hireDate: `${post.employmentType === '正規' ? hired : 2024}-04-01`,
    status: statusOf(random, age, role),
    isHead: role === 'director' || role === 'manager',
  };
}

/** 在職 or, for members, now and then 育休, 休職 or 派遣. */
export function statusOf(random: Random, age: number, role: Role): string {
  const draw = random.next();
  if (role !== 'member') return '在職';
  if (age >= 25 && age <= 40 && draw < 0.035) return '育休';
  if (draw > 0.988) return '休職';
  return draw > 0.982 ? '派遣' : '在職';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

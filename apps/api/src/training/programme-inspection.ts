import type { ProgrammeBody } from '#contract';
import type { Audience, AudienceRule, CompletionRule, Course } from '#survey-model';

/** One wrong place of a plan, by the path in the request's body. */
export interface PlanFault {
  readonly path: string;
  readonly ja: string;
  readonly en: string;
}

/** What a programme may refer to. */
export interface ProgrammeSurroundings {
  /** Keys of positions. */
  readonly positions: ReadonlySet<string>;
  /** Of all programmes. */
  readonly courses: readonly Pick<Course, 'key' | 'name' | 'programmeKey' | 'method'>[];
}

/**
 * What is wrong with one programme beyond the form of the request, every place of it.
 * @param path of the programme in the body, for example "programmes.0"
 */
export function inspectProgramme(
  programme: ProgrammeBody,
  path: string,
  surroundings: ProgrammeSurroundings,
): PlanFault[] {
  const fault = (place: string, ja: string, en: string): PlanFault => ({
    path: `${path}.${place}`,
    ja: `研修体系「${programme.name}」: ${ja}`,
    en: `Programme "${programme.key}": ${en}`,
  });
  const courses = surroundings.courses.filter(({ programmeKey }) => programmeKey === programme.key);
  return [
    ...(programme.name.trim() === '' ? [fault('name', '名称を入力してください。', 'enter a name.')] : []),
    ...inspectYears(programme, fault),
    ...inspectMethods(programme, courses, fault),
    ...inspectAudiences(programme, surroundings.positions, fault),
    ...inspectCompletion(programme, courses, fault),
  ];
}

type MakeFault = (place: string, ja: string, en: string) => PlanFault;
type OwnCourse = Pick<Course, 'key' | 'name' | 'method'>;

function inspectYears({ years }: ProgrammeBody, fault: MakeFault): PlanFault[] {
  return years.flatMap(({ fiscalYear }, at) => {
    const before = years[at - 1]?.fiscalYear;
    if (before === undefined || before < fiscalYear) return [];
    const place = `years.${at}.fiscalYear`;
    return before === fiscalYear
      ? [fault(place, `${fiscalYear}年度が重複しています。`, `the year ${fiscalYear} is given twice.`)]
      : [fault(place, '年度は古い順に並べてください。', 'put the years in ascending order.')];
  });
}

function inspectMethods(
  { methods, audiences }: ProgrammeBody,
  courses: readonly OwnCourse[],
  fault: MakeFault,
): PlanFault[] {
  const known = new Set(audiences.map(({ name }) => name.trim()));
  const names = methods.map(({ method }) => method.trim());
  return [
    ...repeated(names).map((at) =>
      fault(`methods.${at}.method`, `育成方法「${names[at]}」が重複しています。`, 'the method is given twice.'),
    ),
    ...blank(names).map((at) => fault(`methods.${at}.method`, '育成方法を入力してください。', 'enter a method.')),
    ...methods.flatMap(({ method, audience = [] }, at) =>
      audience
        .filter((name) => !known.has(name.trim()))
        .map((name) =>
          fault(
            `methods.${at}.audience`,
            `育成方法「${method}」の対象者「${name}」は、対象者の一覧にありません。`,
            `the method "${method}" names the audience "${name}", which is not defined.`,
          ),
        ),
    ),
    ...courses
      .filter(({ method }) => !names.includes(method))
      .map(({ key, name, method }) =>
        fault(
          'methods',
          `育成方法「${method}」は講座「${name}」で使われているため、なくせません。先に講座の育成方法を変えてください。`,
          `the method "${method}" is that of the course "${key}"; change the course first.`,
        ),
      ),
  ];
}

function inspectAudiences({ audiences }: ProgrammeBody, positions: ReadonlySet<string>, fault: MakeFault): PlanFault[] {
  const names = audiences.map(({ name }) => name.trim());
  return [
    ...repeated(names).map((at) =>
      fault(`audiences.${at}.name`, `対象者「${names[at]}」が重複しています。`, 'the audience is given twice.'),
    ),
    ...blank(names).map((at) => fault(`audiences.${at}.name`, '対象者の名称を入力してください。', 'enter a name.')),
    ...audiences.flatMap(({ name, rule }, at) =>
      inspectRule(rule as AudienceRule, positions).map(({ place, ja, en }) =>
        fault(`audiences.${at}.rule.${place}`, `対象者「${name}」: ${ja}`, `audience "${name}": ${en}`),
      ),
    ),
  ];
}

function inspectRule(
  { positions, grades }: Audience['rule'],
  known: ReadonlySet<string>,
): { readonly place: string; readonly ja: string; readonly en: string }[] {
  const unknown = (positions ?? []).filter((key) => !known.has(key));
  return [
    ...unknown.map((key) => ({
      place: 'positions',
      ja: `職位「${key}」は登録されていません。`,
      en: `the position "${key}" is unknown.`,
    })),
    ...(positions?.length === 0
      ? [{ place: 'positions', ja: '職位を1つ以上選んでください。', en: 'choose at least one position.' }]
      : []),
    ...(grades && grades.from > grades.to
      ? [{ place: 'grades', ja: '級の範囲が逆です。', en: 'the range of grades is upside down.' }]
      : []),
  ];
}

function inspectCompletion(
  { completion }: ProgrammeBody,
  courses: readonly OwnCourse[],
  fault: MakeFault,
): PlanFault[] {
  const rule = completion as Partial<CompletionRule> & { courses?: readonly string[]; points?: number };
  if (rule.kind === 'points' && rule.points === undefined)
    return [fault('completion.points', '必要なポイントを入力してください。', 'say how many points are needed.')];
  if (rule.kind !== 'required-courses') return [];
  const wanted = rule.courses ?? [];
  const known = new Set(courses.map(({ key }) => key));
  const place = 'completion.courses';
  if (wanted.length === 0)
    return [fault(place, '必修の講座を1つ以上選んでください。', 'choose at least one required course.')];
  return [
    ...repeated(wanted).map((at) =>
      fault(`${place}.${at}`, `講座「${wanted[at]}」が重複しています。`, `the course "${wanted[at]}" is given twice.`),
    ),
    ...wanted.flatMap((key, at) =>
      known.has(key)
        ? []
        : [
            fault(
              `${place}.${at}`,
              `講座「${key}」は、この研修体系の講座にありません。`,
              `"${key}" is no course of this programme.`,
            ),
          ],
    ),
  ];
}

/** Places of what stood before already. */
export function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (value !== '' && values.indexOf(value) < at ? [at] : []));
}

function blank(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (value === '' ? [at] : []));
}

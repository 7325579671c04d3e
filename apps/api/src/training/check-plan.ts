import type { ProgrammeBody } from '#contract';
import {
  DomainError,
  fiscalYearLabel,
  type AudienceRule,
  type CompletionRule,
  type Programme,
  type TargetOverride,
} from '#survey-model';
import { inspectProgramme, repeated, type PlanFault, type ProgrammeSurroundings } from './programme-inspection.js';

export interface PlanSurroundings extends ProgrammeSurroundings {
  /** The plan that is being replaced. */
  readonly before: readonly Programme[];
  /** Keys of programmes that somebody has completed. */
  readonly completed: ReadonlySet<string>;
  readonly overrides: readonly TargetOverride[];
}

/**
 * The plan of a request, with names trimmed.
 * @throws DomainError "plan-invalid" with every wrong place
 */
export function checkPlan(bodies: readonly ProgrammeBody[], surroundings: PlanSurroundings): Programme[] {
  const faults = inspectPlan(bodies, surroundings);
  if (faults.length === 0) return bodies.map(toProgramme);
  throw new DomainError(
    'invalid',
    'plan-invalid',
    '計画に誤りがあります。示された箇所を直してください。',
    'The plan is not valid. Correct the places listed.',
    { field: 'programmes' },
    faults.map(({ path, ja, en }) => ({ line: 0, column: path, ja, en })),
  );
}

function inspectPlan(bodies: readonly ProgrammeBody[], surroundings: PlanSurroundings): PlanFault[] {
  const keys = bodies.map(({ key }) => key);
  const names = bodies.map(({ name }) => name.trim());
  return [
    ...repeated(keys).map((at) => ({
      path: `programmes.${at}.key`,
      ja: `研修体系のキー「${keys[at]}」が重複しています。`,
      en: `The key "${keys[at]}" is given twice.`,
    })),
    ...repeated(names).map((at) => ({
      path: `programmes.${at}.name`,
      ja: `研修体系の名称「${names[at]}」が重複しています。取り込みは名称でも研修体系を見分けます。`,
      en: `The name "${names[at]}" is given twice; imports tell programmes apart by it.`,
    })),
    ...bodies.flatMap((body, at) => inspectProgramme(body, `programmes.${at}`, surroundings)),
    ...bodies.flatMap((body, at) => inspectFixedTargets(body, `programmes.${at}`, surroundings.overrides)),
    ...inspectRemoved(new Set(keys), surroundings),
  ];
}

/** HR's own targets of departments may not add up to more than the year's. */
function inspectFixedTargets(
  { key, name, years }: ProgrammeBody,
  path: string,
  overrides: readonly TargetOverride[],
): PlanFault[] {
  return years.flatMap(({ fiscalYear, target }, at) => {
    const fixed = overrides
      .filter((each) => each.programmeKey === key && each.fiscalYear === fiscalYear)
      .reduce((sum, each) => sum + each.target, 0);
    if (fixed <= target) return [];
    const year = fiscalYearLabel(fiscalYear);
    return [
      {
        path: `${path}.years.${at}.target`,
        ja: `研修体系「${name}」: ${year}の目標 ${target} は、固定した組織別目標の合計 ${fixed} を下回っています。先に固定を見直してください。`,
        en: `Programme "${key}": the target ${target} of ${fiscalYear} is below the departments' fixed targets, ${fixed} together.`,
      },
    ];
  });
}

/** What people did stays: a programme with completions or courses cannot go. */
function inspectRemoved(kept: ReadonlySet<string>, { before, completed, courses }: PlanSurroundings): PlanFault[] {
  const withCourses = new Set(courses.map(({ programmeKey }) => programmeKey));
  return before
    .filter(({ key }) => !kept.has(key) && (completed.has(key) || withCourses.has(key)))
    .map(({ key, name }) => ({
      path: 'programmes',
      ja: `研修体系「${name}」には修了の記録または講座があるため、計画から外せません。`,
      en: `The programme "${key}" has completions or courses and cannot be removed.`,
    }));
}

function toProgramme(body: ProgrammeBody): Programme {
  return {
    key: body.key,
    name: body.name.trim(),
    counting: body.counting,
    years: body.years.map(({ fiscalYear, target }) => ({ fiscalYear, target })),
    methods: body.methods.map(({ method, audience = [] }) => ({
      method: method.trim(),
      ...(audience.length > 0 ? { audience: audience.map((name) => name.trim()) } : {}),
    })),
    audiences: body.audiences.map(({ name, rule }) => ({ name: name.trim(), rule: toRule(rule) })),
    completion: toCompletion(body.completion),
  };
}

/** Without the fields that were not given: what is stored says only what holds. */
function toRule({
  positions,
  grades,
  hiredWithinYears,
  heads,
  volunteers,
}: ProgrammeBody['audiences'][number]['rule']): AudienceRule {
  return {
    ...(positions ? { positions: [...positions] } : {}),
    ...(grades ? { grades: { from: grades.from, to: grades.to } } : {}),
    ...(hiredWithinYears === undefined ? {} : { hiredWithinYears }),
    ...(heads ? { heads } : {}),
    ...(volunteers ? { volunteers } : {}),
  };
}

function toCompletion({ kind, courses = [], points = 1 }: ProgrammeBody['completion']): CompletionRule {
  if (kind === 'required-courses') return { kind, courses: [...courses] };
  return kind === 'points' ? { kind, points } : { kind };
}

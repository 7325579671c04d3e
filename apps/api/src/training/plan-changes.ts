import { fiscalYearLabel, type AudienceRule, type Programme, type TrainingMethod } from '#survey-model';

/** One thing that an edit of the plan did, for the history. */
export interface PlanChange {
  readonly programme: string;
  readonly field: string;
  /** "" where there was nothing before, or is nothing after. */
  readonly before: string;
  readonly after: string;
}

/** Names of what a plan mentions by key; a key without one stands for itself. */
export interface PlanNames {
  readonly positions: ReadonlyMap<string, string>;
  readonly courses: ReadonlyMap<string, string>;
}

const COUNTING = { 'once-in-plan': '計画全体で1人1回', 'once-a-fiscal-year': '年度ごとに1人1回' } as const;

/**
 * What changed from one version of the plan to the next, in Japanese, in the order of the new plan; programmes that are gone come last.
 * Two versions that read the same have no changes.
 */
export function planChanges(
  before: readonly Programme[],
  after: readonly Programme[],
  names: PlanNames,
): readonly PlanChange[] {
  const known = new Map(before.map((programme) => [programme.key, programme]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((programme) => {
      const old = known.get(programme.key);
      return old
        ? changesOf(old, programme, names)
        : [{ programme: programme.name, field: '研修体系の追加', before: '', after: summaryOf(programme) }];
    }),
    ...before
      .filter(({ key }) => !kept.has(key))
      .map((programme) => ({
        programme: programme.name,
        field: '研修体系の削除',
        before: summaryOf(programme),
        after: '',
      })),
    ...orderChange(before, after),
  ];
}

function changesOf(before: Programme, after: Programme, names: PlanNames): PlanChange[] {
  const texts = (programme: Programme): Map<string, string> => textsOf(programme, names);
  const [old, now] = [texts(before), texts(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((field) => {
    const change = { programme: after.name, field, before: old.get(field) ?? '', after: now.get(field) ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

/** A programme as the page would read it out, field by field. */
function textsOf({ name, counting, years, methods, audiences, completion }: Programme, names: PlanNames) {
  return new Map<string, string>([
    ['名称', name],
    ['数え方', COUNTING[counting]],
    ...[...years]
      .sort((a, b) => a.fiscalYear - b.fiscalYear)
      .map(({ fiscalYear, target }): [string, string] => [`${fiscalYearLabel(fiscalYear)}の目標`, String(target)]),
    ['育成方法', methods.map(methodText).join('、')],
    ...audiences.map(({ name: audience, rule }): [string, string] => [
      `対象者「${audience}」`,
      ruleText(rule, names.positions),
    ]),
    ['修了の条件', completionText(completion, names.courses)],
  ]);
}

function summaryOf({ years }: Programme): string {
  const total = years.reduce((sum, { target }) => sum + target, 0);
  return `${years.map(({ fiscalYear }) => fiscalYearLabel(fiscalYear)).join('、')} 計${total}`;
}

function methodText({ method, audience }: TrainingMethod): string {
  return audience && audience.length > 0 ? `${method}(${audience.join('・')})` : method;
}

/** 「職位: 課長級・部長級 かつ 所属長」, or 「全員」 for an empty rule. */
function ruleText(rule: AudienceRule, positions: ReadonlyMap<string, string>): string {
  const { grades, hiredWithinYears } = rule;
  const parts = [
    ...(rule.positions ? [`職位: ${rule.positions.map((key) => positions.get(key) ?? key).join('・')}`] : []),
    ...(grades ? [`${grades.from}級から${grades.to}級まで`] : []),
    ...(hiredWithinYears === undefined
      ? []
      : [hiredWithinYears === 1 ? '今年度の採用' : `採用から${hiredWithinYears}年度以内`]),
    ...(rule.heads ? ['所属長'] : []),
    ...(rule.volunteers ? ['希望者'] : []),
  ];
  return parts.length > 0 ? parts.join(' かつ ') : '全員';
}

function completionText(rule: Programme['completion'], courses: ReadonlyMap<string, string>): string {
  if (rule.kind === 'any-course') return 'いずれか1講座の修了';
  if (rule.kind === 'points') return `修了した講座の合計 ${rule.points} ポイント`;
  return `必修講座すべての修了: ${rule.courses.map((key) => courses.get(key) ?? key).join('、')}`;
}

/** Only where programmes that stay stand in another order to each other. */
function orderChange(before: readonly Programme[], after: readonly Programme[]): PlanChange[] {
  const inBoth = (list: readonly Programme[], other: readonly Programme[]): string[] => {
    const keys = new Set(other.map(({ key }) => key));
    return list.filter(({ key }) => keys.has(key)).map(({ key }) => key);
  };
  const [old, now] = [inBoth(before, after), inBoth(after, before)];
  if (old.every((key, at) => key === now[at])) return [];
  const named = new Map(after.map(({ key, name }) => [key, name]));
  const text = (keys: readonly string[]): string => keys.map((key) => named.get(key) ?? key).join('、');
  return [{ programme: '', field: '並び順', before: text(old), after: text(now) }];
}

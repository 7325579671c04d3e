import { DomainError, fiscalYearLabel } from '#survey-model';

export function programmeUnknown(key: string): DomainError {
  return new DomainError(
    'not-found',
    'programme-unknown',
    `研修体系「${key}」は計画にありません。画面を読み込み直してください。`,
    `There is no programme "${key}" in the plan. Reload the page.`,
    { field: 'key' },
  );
}

/** @param at when the other edit was saved */
export function planChanged(savedBy: string, at: Date): DomainError {
  const when = new Intl.DateTimeFormat('ja-JP', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Tokyo',
  }).format(at);
  return new DomainError(
    'conflict',
    'plan-changed',
    `編集している間に、${savedBy} さんが計画を変更しました(${when})。画面を読み込み直して、変更をやり直してください。`,
    `${savedBy} changed the plan in the meantime (${at.toISOString()}). Reload the page and make your changes again.`,
    { field: 'version' },
  );
}

/** The page has a version that this installation never had: it was set up anew. */
export function planVersionUnknown(): DomainError {
  return new DomainError(
    'conflict',
    'plan-changed',
    '編集していた計画は今の計画と合いません。画面を読み込み直してください。',
    'The version that was edited is not one of this plan. Reload the page.',
    { field: 'version' },
  );
}

export function departmentUnknown(code: string): DomainError {
  return new DomainError(
    'not-found',
    'department-unknown',
    `組織コード「${code}」は今の名簿にありません。`,
    `There is no department "${code}" on the present roster.`,
    { field: 'department' },
  );
}

export function departmentNotTop(name: string): DomainError {
  return new DomainError(
    'invalid',
    'department-not-top',
    `「${name}」は部の下の組織です。目標を固定できるのは部だけです。`,
    `"${name}" lies under another department. Targets belong to the top level.`,
    { field: 'department' },
  );
}

export function yearNotInPlan(year: number): DomainError {
  return new DomainError(
    'invalid',
    'year-not-in-plan',
    `${year}年度はこの研修体系の計画にありません。`,
    `The fiscal year ${year} is not in the programme's plan.`,
    { field: 'year' },
  );
}

export function yearOver(year: number): DomainError {
  return new DomainError(
    'invalid',
    'year-over',
    `${fiscalYearLabel(year)}は終わっているため、目標を固定できません。`,
    `The fiscal year ${year} is over; its targets can no longer be fixed.`,
    { field: 'year' },
  );
}

export function aboveCeiling(name: string, target: number, ceiling: number): DomainError {
  return new DomainError(
    'invalid',
    'target-above-ceiling',
    `「${name}」でこれから受講できる職員は ${ceiling} 人です。目標 ${target} 人は固定できません。`,
    `Only ${ceiling} people of "${name}" can be trained; the target ${target} is above that.`,
    { field: 'target' },
  );
}

export function abovePlan(year: number, sum: number, target: number): DomainError {
  return new DomainError(
    'invalid',
    'targets-above-plan',
    `固定した目標の合計が ${sum} 人になり、${fiscalYearLabel(year)}の目標 ${target} 人を超えます。ほかの固定を減らすか、計画の目標を変えてください。`,
    `The fixed targets would add up to ${sum}, above the ${target} of the year. Lower another one, or change the plan.`,
    { field: 'target' },
  );
}

export function targetNotFixed(): DomainError {
  return new DomainError(
    'not-found',
    'target-not-fixed',
    'この組織の目標は固定されていません。画面を読み込み直してください。',
    'The target of this department is not fixed. Reload the page.',
  );
}

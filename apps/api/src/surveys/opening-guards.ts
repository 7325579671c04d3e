import type { SurveyEntity, TallyKeyRow } from '#database';
import { DomainError, endOfDayInJapan } from '#survey-model';
import { wrongState } from './survey-refusals.js';

/** @throws DomainError "survey-state", "survey-over" */
export function refuseOpening({ state, closesOn }: Pick<SurveyEntity, 'state' | 'closesOn'>, now: Date): void {
  if (state !== 'draft') throw wrongState(state, 'open');
  if (endOfDayInJapan(closesOn) > now) return;
  throw new DomainError(
    'conflict',
    'survey-over',
    `締切日(${closesOn})を過ぎているため開始できません。締切日を直してください。`,
    `The closing day (${closesOn}) has passed. Change it before opening.`,
    { field: 'closesOn' },
  );
}

/** @throws DomainError "target-empty" */
export function refuseEmptyTarget(invited: number): void {
  if (invited > 0) return;
  throw new DomainError(
    'conflict',
    'target-empty',
    '対象の職員が一人もいません。名簿を取り込むか、対象の決め方を見直してください。',
    'Nobody is in the target. Import a roster, or change the target rule.',
    { field: 'targetRule' },
  );
}

/** @throws DomainError "custody-not-tested" */
export function refuseUntestedKey(key: TallyKeyRow | null): void {
  if (key?.custody === 'custodians' && key.testedAt !== null) return;
  throw new DomainError(
    'conflict',
    'custody-not-tested',
    '立会人の鍵がまだ確かめられていません。「立会人と鍵」の画面で鍵を作り、必要な人数の立会人が試し開けをしてから受付を始めてください。',
    'The custodians have not opened a test ballot with their key yet. Do that on the page of custodians before opening.',
    { field: 'custody' },
  );
}

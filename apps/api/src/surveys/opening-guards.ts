import type { SurveyEntity } from '#database';
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

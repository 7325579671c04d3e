import type { SessionRecord } from '#database';
import { fiscalYearRange, type Completion, type Programme } from '#survey-model';
import { burnUp, countCompletions, type ForecastInput } from '#training-plan';
import { programmePeople } from '../training-facts/programme-people.js';
import { serviceExposure } from '../training-facts/service-exposure.js';
import type { TrainingFacts } from '../training-facts/training-facts.service.js';
import { sessionHistory } from './session-history.js';

/** Always the same, so that the same records give the same forecast whenever it is computed. */
export const FORECAST_SEED = 20_250_401;

/** What one programme's forecast starts from, out of everything on record. */
export function forecastInputOf(
  programme: Programme,
  facts: TrainingFacts,
  records: { readonly completions: readonly Completion[]; readonly sessions: readonly SessionRecord[] },
): ForecastInput {
  const { today } = facts;
  const { eligible, periods } = programmePeople(programme, facts);
  const { byYear } = countCompletions(programme, records.completions);
  const sessions = records.sessions.filter(({ programmeKey }) => programmeKey === programme.key);
  const planBegan = fiscalYearRange(Math.min(...byYear.keys())).first;
  return {
    programme,
    asOf: today,
    history: burnUp({ programme, completions: records.completions, service: periods, today }),
    eligible: eligible.length,
    ...sessionHistory(sessions, [...byYear.values()].flat(), { today, planBegan }),
    service: serviceExposure(knownServices(facts, periods), { since: historyBegan(facts), asOf: today }),
    seed: FORECAST_SEED,
  };
}

function knownServices({ service }: TrainingFacts, periods: ReturnType<typeof programmePeople>['periods']) {
  return [...periods].map(([staffNumber, own]) => ({
    knownFrom: service.get(staffNumber)?.addedOn ?? null,
    periods: own,
  }));
}

function historyBegan({ service }: TrainingFacts): string | null {
  let first: string | null = null;
  for (const { addedOn } of service.values())
    if (addedOn !== null && (first === null || addedOn < first)) first = addedOn;
  return first;
}

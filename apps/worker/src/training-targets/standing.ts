import type { ComputedStanding } from '#database';
import type { Completion, Programme, TargetOverride } from '#survey-model';
import { burnUp, groupProgress, programmeProgress, sectionDensity, targetYearOn } from '#training-plan';
import { programmePeople } from '../training-facts/programme-people.js';
import type { TrainingFacts } from '../training-facts/training-facts.service.js';

/** Where one programme stands today, with what the pages show beside it. */
export function standingOf(
  programme: Programme,
  facts: TrainingFacts,
  records: { readonly completions: readonly Completion[]; readonly overrides: readonly TargetOverride[] },
): ComputedStanding {
  const { today, departments, positions } = facts;
  const completions = records.completions.filter(({ programmeKey }) => programmeKey === programme.key);
  const { eligible: staff, periods: service } = programmePeople(programme, facts);
  const targetYear = targetYearOn(programme, today);
  const own = { programme, completions, staff, departments };
  const { byPosition, byAgeBand } = groupProgress({ ...own, positions, targetYear, today });
  return {
    progress: programmeProgress({ ...own, targetYear, overrides: records.overrides }),
    detail: {
      programmeKey: programme.key,
      burnUp: burnUp({ programme, completions, service, today }),
      positions: byPosition,
      ageBands: byAgeBand,
      sections: sectionDensity(own),
    },
  };
}

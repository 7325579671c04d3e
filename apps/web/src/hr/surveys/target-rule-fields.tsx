import { DEFAULT_TARGET_RULE, EMPLOYMENT_TYPE_LABEL, EMPLOYMENT_TYPES, STAFF_STATUS_LABEL } from '#survey-model';
import type { SurveyDraft } from '../../api-client/types.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { ExclusionList } from './exclusion-list.js';

type TargetRule = SurveyDraft['targetRule'];

const STATUSES = (['leave', 'childcare-leave', 'seconded'] as const).map((key) => ({
  key,
  label: STAFF_STATUS_LABEL[key],
}));
const EMPLOYMENT = EMPLOYMENT_TYPES.map((key) => ({ key, label: EMPLOYMENT_TYPE_LABEL[key] }));
const JOB_TYPES = DEFAULT_TARGET_RULE.excludedJobTypes.map((name) => ({ key: name, label: name }));

interface TargetRuleFieldsProps {
  readonly rule: TargetRule;
  readonly onChange: (rule: TargetRule) => void;
}

/** Who is left out. The rule is kept with the survey, so that the target number can be reproduced. */
export function TargetRuleFields({ rule, onChange }: TargetRuleFieldsProps) {
  const messages = useMessages(surveyMessages);
  return (
    <div className="stack">
      <p>{messages.targetLead}</p>
      <ExclusionList
        legend={messages.excludedJobTypes}
        known={JOB_TYPES}
        excluded={rule.excludedJobTypes}
        onChange={(excludedJobTypes) => onChange({ ...rule, excludedJobTypes })}
        addLabel={messages.addJobType}
      />
      <ExclusionList
        legend={messages.excludedEmploymentTypes}
        known={EMPLOYMENT}
        excluded={rule.excludedEmploymentTypes}
        onChange={(excludedEmploymentTypes) => onChange({ ...rule, excludedEmploymentTypes })}
        addLabel={messages.addEmploymentType}
      />
      <ExclusionList
        legend={messages.excludedStatuses}
        known={STATUSES}
        excluded={rule.excludedStatuses}
        onChange={(excludedStatuses) => onChange({ ...rule, excludedStatuses })}
      />
    </div>
  );
}

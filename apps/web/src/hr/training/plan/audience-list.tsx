import type { GroupProgress, ProgrammeDraft } from '../../../api-client/training.js';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/text-field.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';
import { AudienceRuleFields } from './audience-rule-fields.js';
import { withAudience, withoutAudience } from './plan-draft.js';

interface AudienceListProps {
  readonly programme: ProgrammeDraft;
  readonly positions: readonly Pick<GroupProgress, 'key' | 'label'>[];
  readonly onChange: (programme: ProgrammeDraft) => void;
}

/** 対象者: whom the programme is for, each by a name and a rule. */
export function AudienceList({ programme, positions, onChange }: AudienceListProps) {
  const messages = useMessages(trainingPlanMessages);
  const { audiences } = programme;
  return (
    <fieldset className="fieldset">
      <legend className="fieldset__legend">{messages.audiences}</legend>
      <p className="muted">{audiences.length === 0 ? messages.everybody : messages.audiencesLead}</p>
      {audiences.map((audience, at) => (
        <div key={at} className="plan-part">
          <div className="inline-form">
            <TextField
              label={messages.audienceName}
              value={audience.name}
              onChange={(name) => onChange(withAudience(programme, at, { ...audience, name }))}
              maxLength={60}
              required
            />
            <Button
              kind="quiet"
              aria-label={messages.removeOf(audience.name)}
              onClick={() => onChange(withoutAudience(programme, at))}
            >
              {messages.remove}
            </Button>
          </div>
          <AudienceRuleFields
            name={audience.name}
            rule={audience.rule}
            positions={positions}
            onChange={(rule) => onChange(withAudience(programme, at, { ...audience, rule }))}
          />
        </div>
      ))}
      <Button
        kind="secondary"
        onClick={() => onChange({ ...programme, audiences: [...audiences, { name: messages.newAudience, rule: {} }] })}
      >
        {messages.addAudience}
      </Button>
    </fieldset>
  );
}

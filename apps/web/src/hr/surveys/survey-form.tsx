import { useState } from 'react';
import type { SurveyDraft } from '../../api-client/types.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAction } from '../../components/use-action.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { periodFault } from './draft-values.js';
import { QuestionnaireEditor } from './questionnaire-editor.js';
import { QuestionnairePreview } from './questionnaire-preview.js';
import { SurveyBasicsFields } from './survey-basics-fields.js';
import { SurveyCustodyFields } from './survey-custody-fields.js';
import { TargetRuleFields } from './target-rule-fields.js';

interface SurveyFormProps {
  readonly initial: SurveyDraft;
  readonly onSave: (draft: SurveyDraft) => Promise<void>;
  readonly onAnotherQuestionnaire?: () => void;
}

export function SurveyForm({ initial, onSave, onAnotherQuestionnaire }: SurveyFormProps) {
  const messages = useMessages(surveyMessages);
  const [draft, setDraft] = useState(initial);
  const [previewing, setPreviewing] = useState(false);
  const save = useAction(() => onSave(draft));
  const change = (part: Partial<SurveyDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const previewButton = (
    <Button kind="secondary" onClick={() => setPreviewing(true)}>
      {messages.preview}
    </Button>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (periodFault(draft) === null) void save.run();
      }}
    >
      <Card title={messages.basics}>
        <SurveyBasicsFields draft={draft} onChange={change} />
      </Card>
      <Card title={messages.custodyTitle}>
        <SurveyCustodyFields draft={draft} onChange={change} />
      </Card>
      <Card title={messages.target}>
        <TargetRuleFields rule={draft.targetRule} onChange={(targetRule) => change({ targetRule })} />
      </Card>
      <Card title={messages.wording} actions={previewButton}>
        <QuestionnaireEditor
          questionnaire={draft.questionnaire}
          onChange={(questionnaire) => change({ questionnaire })}
        />
        {onAnotherQuestionnaire && (
          <Button kind="quiet" onClick={onAnotherQuestionnaire}>
            {messages.anotherQuestionnaire}
          </Button>
        )}
      </Card>
      {save.problem && <ProblemNotice problem={save.problem} />}
      <div className="form-foot">
        <p className="muted">{messages.saveNote}</p>
        <Button type="submit" large busy={save.busy}>
          {messages.saveDraft}
        </Button>
      </div>
      {previewing && <QuestionnairePreview questionnaire={draft.questionnaire} onClose={() => setPreviewing(false)} />}
    </form>
  );
}

import { useState } from 'react';
import { Link } from 'react-router';
import type { Survey } from '../../api-client/types.js';
import { Button } from '../../components/button.js';
import { Card } from '../../components/card.js';
import { Notice } from '../../components/notice.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { PaperEntryLink } from './paper-entry-link.js';
import { SurveyActionDialog, type SurveyAction } from './survey-action-dialog.js';

interface SurveyNextStepProps {
  readonly survey: Survey;
  readonly onChanged: () => void;
}

/** What can be done now. Each step that cannot be undone is confirmed in a dialog that says what happens. */
export function SurveyNextStep({ survey, onChanged }: SurveyNextStepProps) {
  const messages = useMessages(surveyMessages);
  const [asking, setAsking] = useState<SurveyAction | null>(null);
  const page = `/hr/surveys/${survey.id}`;
  const { state } = survey;
  const ask = (action: SurveyAction, kind: 'primary' | 'secondary' | 'quiet') => (
    <Button kind={kind} onClick={() => setAsking(action)}>
      {messages.action[action].button}
    </Button>
  );
  const link = (path: string, text: string, primary: boolean) => (
    <Link to={`${page}/${path}`} className={`button button--${primary ? 'primary' : 'secondary'}`}>
      {text}
    </Link>
  );
  const custodians = survey.custody === 'custodians';
  const custody = (text: string, kind: 'primary' | 'secondary') => (
    <Link to={`/custody/${survey.id}`} className={`button button--${kind}`}>
      {text}
    </Link>
  );
  return (
    <Card title={messages.nextLabel}>
      {!survey.awaitingKey && <p>{messages.nextLead[state]}</p>}
      {survey.awaitingKey && (
        <Notice kind="warning" title={messages.awaitingKeyTitle}>
          <p>{messages.awaitingKeyBody}</p>
        </Notice>
      )}
      {custodians && state === 'draft' && <p className="muted">{messages.custodyMissing}</p>}
      <div className="cluster card__foot">
        {state === 'draft' && ask('open', 'primary')}
        {custodians && state === 'draft' && custody(messages.toCustody.prepare, 'secondary')}
        {custodians && (state === 'open' || state === 'paper-entry') && custody(messages.toCustody.see, 'secondary')}
        {custodians && survey.awaitingKey && custody(messages.toCustody.tally, 'primary')}
        {state === 'draft' && link('edit', messages.edit, false)}
        {state === 'draft' && ask('delete', 'quiet')}
        {state !== 'draft' && state !== 'released' && link('participation', messages.toParticipation, state === 'open')}
        {state === 'released' && link('results', messages.toResults, true)}
        {state === 'released' && link('participation', messages.toParticipation, false)}
        {(state === 'open' || state === 'paper-entry') && <PaperEntryLink surveyId={survey.id} />}
        {state === 'open' && survey.paperUntil !== null && ask('paper-entry', 'secondary')}
        {(state === 'open' || state === 'paper-entry') && ask('close', 'secondary')}
      </div>
      {asking && (
        <SurveyActionDialog survey={survey} action={asking} onClose={() => setAsking(null)} onDone={onChanged} />
      )}
    </Card>
  );
}

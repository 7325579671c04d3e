import { useNavigate } from 'react-router';
import { closeSurvey, deleteSurvey, openSurvey, startPaperEntry } from '../../api-client/surveys.js';
import type { Survey } from '../../api-client/types.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { useAction } from '../../components/use-action.js';
import { formatCount, formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';

export type SurveyAction = 'open' | 'paper-entry' | 'close' | 'delete';

const DO: Readonly<Record<SurveyAction, (id: string) => Promise<unknown>>> = {
  open: openSurvey,
  'paper-entry': startPaperEntry,
  close: closeSurvey,
  delete: deleteSurvey,
};

interface SurveyActionDialogProps {
  readonly survey: Survey;
  readonly action: SurveyAction;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function SurveyActionDialog({ survey, action, onClose, onDone }: SurveyActionDialogProps) {
  const messages = useMessages(surveyMessages);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const doIt = useAction(async () => {
    await DO[action](survey.id);
    if (action === 'delete') await navigate('/hr');
    else onDone();
  });
  const words = messages.action[action];
  const facts = {
    invited: formatCount(survey.invited),
    closesOn: formatDate(survey.closesOn, language),
    paperUntil: survey.paperUntil ? formatDate(survey.paperUntil, language) : '—',
    minGroup: survey.minGroup,
  };
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.confirm}
      danger={action === 'delete' || action === 'close'}
      action={doIt}
      onClose={onClose}
    >
      <ul>
        {words.effects(facts).map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

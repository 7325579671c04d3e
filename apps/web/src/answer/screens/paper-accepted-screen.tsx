import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { useScreenFocus } from './use-screen-focus.js';

interface PaperAcceptedScreenProps {
  readonly surveyId: string;
  readonly onNext: () => void;
}

export function PaperAcceptedScreen({ surveyId, onNext }: PaperAcceptedScreenProps) {
  const messages = useMessages(answerMessages);
  const element = useScreenFocus<HTMLDivElement>('paper-accepted');
  return (
    <div ref={element} className="stack">
      <h1 tabIndex={-1}>{messages.paperAcceptedTitle}</h1>
      <Notice kind="success" title={messages.paperAccepted} live />
      <div className="cluster">
        <Button large onClick={onNext}>
          {messages.paperNext}
        </Button>
        <a className="button button--secondary button--large" href={`/hr/surveys/${encodeURIComponent(surveyId)}`}>
          {messages.paperBack}
        </a>
      </div>
    </div>
  );
}

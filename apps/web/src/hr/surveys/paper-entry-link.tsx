import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';

/** The answer page, for typing in returned paper forms. A document of its own, hence no router link. */
export function PaperEntryLink({ surveyId }: { readonly surveyId: string }) {
  const messages = useMessages(surveyMessages);
  return (
    <a className="button button--secondary" href={`/answer.html?survey=${encodeURIComponent(surveyId)}&paper=1`}>
      {messages.typePaper}
    </a>
  );
}

import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import type { ScreenProps } from './screen-props.js';

/** One item per screen, or all on one page. */
export function LayoutSwitch({ draft, change }: Pick<ScreenProps, 'draft' | 'change'>) {
  const messages = useMessages(answerMessages);
  const other = draft.layout === 'one' ? 'all' : 'one';
  return (
    <p className="answer-center">
      <button type="button" className="link-button" onClick={() => change((now) => ({ ...now, layout: other }))}>
        {other === 'all' ? messages.showAll : messages.showOne}
      </button>
    </p>
  );
}

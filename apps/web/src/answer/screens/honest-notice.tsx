import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { Notice } from '../../components/notice.js';

/** What this version does not protect yet, in plain words, before anything is answered. */
export function HonestNotice() {
  const messages = useMessages(answerMessages);
  return (
    <Notice kind="warning" title={messages.honestTitle}>
      <p>{messages.honestBody}</p>
      <p>{messages.honestNext}</p>
    </Notice>
  );
}

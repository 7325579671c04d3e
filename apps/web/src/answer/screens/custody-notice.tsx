import { Notice } from '../../components/notice.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';

/** Who can open the box. Where it is the server by itself, that is said before anything is answered. */
export function CustodyNotice({ custody }: { readonly custody: 'custodians' | 'worker' }) {
  const messages = useMessages(answerMessages);
  if (custody === 'custodians') return <p className="muted">{messages.custodians}</p>;
  return (
    <Notice kind="warning" title={messages.trialTitle}>
      <p>{messages.trialBody}</p>
    </Notice>
  );
}

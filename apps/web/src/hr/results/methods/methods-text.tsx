import type { Results } from '../../../api-client/types.js';
import { Disclosure } from '../../../components/disclosure.js';
import { useMessages } from '../../../language/language.js';
import { methodsMessages } from '../../../messages/methods.js';
import { METHODS_ID } from './methods-link.js';

/** How the figures of the results were made, in plain words. */
export function MethodsText({ minGroup, detailMinGroup }: Pick<Results, 'minGroup' | 'detailMinGroup'>) {
  const messages = useMessages(methodsMessages);
  return (
    <Disclosure title={messages.title} id={METHODS_ID}>
      <dl className="methods">
        {messages.entries(minGroup, detailMinGroup).map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{messages.lead}</p>
    </Disclosure>
  );
}

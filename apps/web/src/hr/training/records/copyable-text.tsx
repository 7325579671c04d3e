import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { useMessages } from '../../../language/language.js';
import { trainingRecordMessages } from '../../../messages/training-record.js';

interface CopyableTextProps {
  readonly label: string;
  readonly text: string;
}

/** A name and a text to hand on exactly as it is; put into a <dl>. */
export function CopyableText({ label, text }: CopyableTextProps) {
  const messages = useMessages(trainingRecordMessages);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = (): void => {
    // Without https the browser has no clipboard to offer.
    void Promise.resolve(navigator.clipboard?.writeText(text)).then(
      () => setCopied(navigator.clipboard !== undefined),
      () => setCopied(false),
    );
  };
  return (
    <div className="secret__row">
      <dt>{label}</dt>
      <dd>
        <code className="secret__text">{text}</code>
        <Button kind="secondary" aria-label={messages.copyOf(label)} onClick={copy}>
          {messages.copy}
        </Button>
        <span role="status">{copied === null ? '' : copied ? messages.copied : messages.copyFailed}</span>
      </dd>
    </div>
  );
}

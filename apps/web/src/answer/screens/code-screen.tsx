import { useState } from 'react';
import { Button } from '../../components/button.js';
import { useMessages } from '../../language/language.js';
import { answerMessages } from '../../messages/answer.js';
import { firstBlank } from '../storage/answer-record.js';
import { QrCode } from '../../components/qr-code.js';
import type { ScreenProps } from './screen-props.js';
import { useScreenFocus } from './use-screen-focus.js';

/** 控え: shown once before the first question; whoever has it can go on, correct or check from any device. */
export function CodeScreen({ form, draft, change, goTo }: ScreenProps) {
  const messages = useMessages(answerMessages);
  const element = useScreenFocus<HTMLDivElement>('code');
  const [copied, setCopied] = useState(false);
  const { recoveryCode } = draft;
  const goOn = (): void => {
    change((now) => ({ ...now, codeSeen: true }));
    goTo({ name: 'question', question: firstBlank(form, draft) });
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(recoveryCode).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div ref={element} className="stack answer-code">
      <h1 tabIndex={-1}>{messages.codeTitle}</h1>
      <p>{messages.codeLead}</p>
      <p className="answer-code__text">{recoveryCode}</p>
      <QrCode text={recoveryCode} label={messages.codeQr} />
      <div className="cluster no-print">
        <Button kind="secondary" onClick={() => void copy()}>
          {copied ? messages.copied : messages.copy}
        </Button>
        <Button kind="secondary" onClick={() => window.print()}>
          {messages.print}
        </Button>
      </div>
      <p className="muted">{messages.codeNote}</p>
      <div className="answer-actions no-print">
        <Button kind="secondary" onClick={goOn}>
          {messages.codeSkip}
        </Button>
        <Button onClick={goOn}>{messages.codeSaved}</Button>
      </div>
    </div>
  );
}

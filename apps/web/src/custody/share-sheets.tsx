import { useEffect } from 'react';
import { Button } from '../components/button.js';
import { Notice } from '../components/notice.js';
import { QrCode } from '../components/qr-code.js';
import { useMessages } from '../language/language.js';
import { custodyMessages } from '../messages/custody.js';
import type { SplitKey } from './split-key.js';

interface ShareSheetsProps {
  readonly surveyId: string;
  readonly title: string;
  readonly split: SplitKey;
  readonly onDone: () => void;
}

/** One sheet of paper for each custodian. They live in this component alone: leaving it is the end of them. */
export function ShareSheets({ surveyId, title, split, onDone }: ShareSheetsProps) {
  const messages = useMessages(custodyMessages);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  const { shares, threshold, fingerprint } = split;
  const words = messages.sheet;
  return (
    <>
      <div className="no-print stack">
        <h2>{messages.sheetsTitle}</h2>
        <Notice kind="warning" title={messages.sheetsLead} live />
        <div className="cluster">
          <Button onClick={() => window.print()}>{messages.print}</Button>
          <Button kind="secondary" onClick={onDone}>
            {messages.printed}
          </Button>
        </div>
      </div>
      <ol className="plain-list share-sheets">
        {shares.map(({ index, text }) => (
          <li key={index} className="card share-sheet">
            <p className="muted">{title}</p>
            <h3>
              {words.title} {words.number(index, shares.length)}
            </h3>
            <p>{words.rule(threshold)}</p>
            <p className="share-sheet__text">{text}</p>
            <QrCode text={text} label={words.qr} />
            <p>{words.when}</p>
            <p>{words.keep}</p>
            <p className="share-sheet__fact">
              {words.where}: {window.location.origin}/custody/{surveyId}
            </p>
            <p className="share-sheet__fact">
              {messages.fingerprint}: {fingerprint}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

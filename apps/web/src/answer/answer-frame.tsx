import type { ReactNode } from 'react';
import { useMessages } from '../language/language.js';
import { answerMessages } from '../messages/answer.js';
import { shellMessages } from '../messages/shell.js';
import { AnswerHeader, type AnswerState } from './answer-header.js';

interface AnswerFrameProps {
  readonly demo: boolean;
  readonly state: AnswerState | null;
  readonly paper: boolean;
  readonly children: ReactNode;
}

export function AnswerFrame({ demo, state, paper, children }: AnswerFrameProps) {
  const messages = useMessages(shellMessages);
  const { pageTitle } = useMessages(answerMessages);
  return (
    <>
      <title>{`${pageTitle} | ${messages.product}`}</title>
      <a className="skip-link" href="#main" onClick={focusMain}>
        {messages.skipToMain}
      </a>
      <AnswerHeader demo={demo} state={state} paper={paper} />
      <main id="main" tabIndex={-1} className="answer-main">
        {children}
      </main>
    </>
  );
}

/** The part of the address after # holds the step, so the link must not change it. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

import type { ReactNode } from 'react';
import type { Problem } from '../api-client/types.js';
import { useLanguage, useMessages } from '../language/language.js';
import { shellMessages } from '../messages/shell.js';
import { Notice } from './notice.js';

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly children?: ReactNode;
}

const SHOWN = 20;

/** What went wrong, every wrong place with its line or field, in the reader's language. */
export function ProblemNotice({ problem, children }: ProblemNoticeProps) {
  const { language } = useLanguage();
  const messages = useMessages(shellMessages);
  return (
    <Notice kind="error" title={language === 'ja' ? problem.title : problem.detail}>
      {problem.errors.length > 0 && (
        <ul className="notice__list">
          {problem.errors.slice(0, SHOWN).map((error, index) => (
            <li key={index}>
              {error.line !== undefined && `${messages.line(error.line)} `}
              {(error.column ?? error.field) && `${error.column ?? error.field}: `}
              {error[language]}
            </li>
          ))}
          {problem.errors.length > SHOWN && <li>{messages.moreErrors(problem.errors.length - SHOWN)}</li>}
        </ul>
      )}
      {children}
    </Notice>
  );
}

import { Fragment } from 'react';
import { useLanguage } from '../language/language.js';
import { sessionTime } from './session-time.js';

interface SessionWhenProps {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** When a session is, for people and for programs. */
export function SessionWhen({ startsAt, endsAt }: SessionWhenProps) {
  const { language } = useLanguage();
  return (
    <time dateTime={startsAt} className="session-when">
      {sessionTime(startsAt, endsAt, language)
        .split(' ')
        .map((part, index) => (
          <Fragment key={index}>
            {index > 0 && ' '}
            <span className="nowrap">{part}</span>
          </Fragment>
        ))}
    </time>
  );
}

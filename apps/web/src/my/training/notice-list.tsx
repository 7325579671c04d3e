import type { MyCompletion, TrainingNotice } from '../../api-client/training-people.js';
import { EmptyState } from '../../components/empty-state.js';
import { formatCount, formatInstant } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { myTrainingMessages } from '../../messages/my-training.js';

interface NoticeListProps {
  readonly notices: readonly TrainingNotice[];
  /** Names what was completed without a session. */
  readonly completions: readonly MyCompletion[];
}

/** Shown at once; older ones are folded away. */
const SHOWN = 5;

/** What the person was told, the newest first; also for whoever has no mail. */
export function NoticeList({ notices, completions }: NoticeListProps) {
  const messages = useMessages(myTrainingMessages);
  if (notices.length === 0) return <EmptyState title={messages.noNotices} />;
  const older = notices.slice(SHOWN);
  return (
    <>
      <Notices notices={notices.slice(0, SHOWN)} completions={completions} />
      {older.length > 0 && (
        <details className="disclosure disclosure--near">
          <summary>{messages.olderNotices(formatCount(older.length))}</summary>
          <Notices notices={older} completions={completions} />
        </details>
      )}
    </>
  );
}

function Notices({ notices, completions }: NoticeListProps) {
  const messages = useMessages(myTrainingMessages);
  const { language } = useLanguage();
  return (
    <ul className="plain-list notices">
      {notices.map(({ kind, at, about, subject, body }, index) => {
        const isLetter = kind === 'letter';
        const completed = completions.find((completion) => completion.subject === subject)?.name ?? '';
        const of = isLetter ? subject : about || completed;
        return (
          <li key={`${at} ${index}`} className="notices__notice">
            <p>
              <strong>{messages.noticeKind[kind]}</strong> {of}
            </p>
            {body !== '' &&
              (isLetter ? (
                <details className="disclosure disclosure--near">
                  <summary>{messages.readLetter}</summary>
                  <p className="own-lines">{body}</p>
                </details>
              ) : (
                <p>{messages.reason(body)}</p>
              ))}
            <p className="muted">
              <time dateTime={at}>{formatInstant(at, language)}</time>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

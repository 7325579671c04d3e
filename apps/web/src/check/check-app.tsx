import { useCallback } from 'react';
import { answerAddress } from '../answer/answer-address.js';
import { getBallotSurvey } from '../answer/ballot-door.js';
import { AnswerHeader } from '../answer/answer-header.js';
import { LoadView } from '../components/load-view.js';
import { Notice } from '../components/notice.js';
import { useLoad } from '../components/use-load.js';
import { formatDate } from '../language/format-date.js';
import { useLanguage, useMessages } from '../language/language.js';
import { answerMessages } from '../messages/answer.js';
import { shellMessages } from '../messages/shell.js';
import { CheckForm } from './check-form.js';

/** 受領証の確認: nobody signs in here, and nothing is sent that tells one visitor from another. */
export function CheckApp() {
  const messages = useMessages(answerMessages);
  const shell = useMessages(shellMessages);
  const { language } = useLanguage();
  const address = answerAddress(window.location.search);
  const surveyId = address?.surveyId ?? '';
  const loaded = useLoad(useCallback(() => getBallotSurvey(surveyId), [surveyId]));
  return (
    <>
      <title>{`${messages.checkTitle} | ${shell.product}`}</title>
      <AnswerHeader demo={false} state={null} paper={false} />
      <main id="main" className="answer-main stack">
        <h1>{messages.checkTitle}</h1>
        {address === null ? (
          <Notice kind="warning" title={messages.blocked['no-survey'].title}>
            <p>{messages.blocked['no-survey'].body}</p>
          </Notice>
        ) : (
          <LoadView loaded={loaded}>
            {({ form, ballotBox, destroyed, destroyOn }) => (
              <div className="stack">
                <p className="muted">
                  {form.organisation} ・ {form.title}
                </p>
                {ballotBox === null && !destroyed && (
                  <Notice title={messages.checkNotYet}>
                    <p>{messages.checkNotYetBody}</p>
                  </Notice>
                )}
                {destroyed && (
                  <Notice title={messages.checkDestroyed}>
                    <p>{messages.checkDestroyedBody(formatDate(destroyOn, language))}</p>
                  </Notice>
                )}
                {ballotBox !== null && !destroyed && <CheckForm surveyId={surveyId} box={ballotBox} />}
                {ballotBox !== null && (
                  <div>
                    <h2>{messages.counts}</h2>
                    <p>{messages.countsOf(ballotBox.tickets, ballotBox.ballots)}</p>
                    {ballotBox.exceptions > 0 && <p>{messages.duplicates(ballotBox.exceptions)}</p>}
                    <h2>{messages.root}</h2>
                    <p className="check-root">{ballotBox.root}</p>
                  </div>
                )}
              </div>
            )}
          </LoadView>
        )}
      </main>
    </>
  );
}

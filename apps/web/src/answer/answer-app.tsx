import { useCallback } from 'react';
import { LoadView } from '../components/load-view.js';
import { useLoad } from '../components/use-load.js';
import { answerAddress } from './answer-address.js';
import { AnswerFlow } from './answer-flow.js';
import { AnswerFrame } from './answer-frame.js';
import { loadEntry } from './load-entry.js';
import { BlockedScreen } from './screens/blocked-screen.js';
import { readRecord, recordKey } from './storage/record-store.js';

export function AnswerApp() {
  const load = useCallback(() => {
    const address = answerAddress(window.location.search);
    return loadEntry(address, ({ login }) => {
      return address !== null && readRecord(localStorage, recordKey(address.surveyId, login, address.paper)) !== null;
    });
  }, []);
  const loaded = useLoad(load);
  if (loaded.data && 'entry' in loaded.data) {
    return <AnswerFlow entry={loaded.data.entry} demo={loaded.data.session.demo} />;
  }
  return (
    <AnswerFrame demo={loaded.data?.session.demo ?? false} state={null} paper={false}>
      <LoadView loaded={loaded}>
        {(outcome) => 'blocked' in outcome && <BlockedScreen reason={outcome.blocked} />}
      </LoadView>
    </AnswerFrame>
  );
}

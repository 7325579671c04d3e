import { useCallback, useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { getCustody } from '../api-client/custody.js';
import { LoadView } from '../components/load-view.js';
import { Notice } from '../components/notice.js';
import { PageHead } from '../components/page-head.js';
import { useLoad } from '../components/use-load.js';
import { useMessages } from '../language/language.js';
import { custodyMessages } from '../messages/custody.js';
import { hasRole, useSession } from '../session/session.js';
import { CustodyStatus } from './custody-status.js';
import { KeyTestCard } from './key-test-card.js';
import { MakeKeyCard } from './make-key-card.js';
import { ShareForm } from './share-form.js';
import { ShareSheets } from './share-sheets.js';
import type { SplitKey } from './split-key.js';

const REFRESH_MS = 3000;

/** 立会人の鍵: HR makes and splits it here, and every custodian hands in the own share here. */
export function CustodyPage() {
  const messages = useMessages(custodyMessages);
  const { id = '' } = useParams();
  const { session } = useSession();
  const loaded = useLoad(useCallback(() => getCustody(id), [id]));
  const [split, setSplit] = useState<SplitKey | null>(null);
  const isHr = hasRole(session.account, 'hr', 'admin');
  const { reload } = loaded;
  const waiting = loaded.data?.needs != null;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(reload, REFRESH_MS);
    return () => clearInterval(timer);
  }, [waiting, reload]);
  return (
    <LoadView loaded={loaded}>
      {(custody) => (
        <div className="medium">
          <div className="no-print">
            <PageHead
              title={messages.title}
              back={isHr && <Link to={`/hr/surveys/${id}`}>{custody.title}</Link>}
              lead={isHr ? messages.lead : custody.title}
            />
          </div>
          {custody.custody === 'worker' ? (
            <Notice kind="warning" title={messages.workerTitle}>
              <p>{messages.workerBody}</p>
            </Notice>
          ) : split ? (
            <ShareSheets surveyId={id} title={custody.title} split={split} onDone={() => setSplit(null)} />
          ) : (
            <>
              <CustodyStatus custody={custody} />
              {isHr && custody.editable && custody.publicKey === null && <MakeKeyCard surveyId={id} onMade={made} />}
              {isHr && custody.editable && custody.publicKey !== null && (
                <KeyTestCard surveyId={id} custody={custody} onBegun={reload} />
              )}
              {custody.needs && <ShareForm surveyId={id} custody={custody} purpose={custody.needs} onIn={reload} />}
              {!custody.needs && !(isHr && custody.editable) && <Notice title={messages.nothing} />}
              {isHr && custody.publicKey !== null && custody.editable && (
                <MakeKeyCard surveyId={id} onMade={made} again />
              )}
            </>
          )}
        </div>
      )}
    </LoadView>
  );

  function made(key: SplitKey): void {
    setSplit(key);
    reload();
  }
}

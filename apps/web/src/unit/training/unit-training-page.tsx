import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { getUnitTraining } from '../../api-client/training-people.js';
import { LoadView } from '../../components/load-view.js';
import { Notice } from '../../components/notice.js';
import { PageHead } from '../../components/page-head.js';
import { useLoad } from '../../components/use-load.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';
import { useSession } from '../../session/session.js';
import { PendingList } from './pending-list.js';
import { UnitCandidates } from './unit-candidates.js';
import { UnitPeople } from './unit-people.js';
import { UnitPart } from './unit-part.js';
import { UnitProgrammes } from './unit-programmes.js';

const PARTS = ['approvals', 'targets', 'people', 'candidates'] as const;

/** 研修 of a head's unit: what waits for a word, targets, people, and who is next. */
export function UnitTrainingPage() {
  const messages = useMessages(unitTrainingMessages);
  const { session } = useSession();
  const loaded = useLoad(getUnitTraining);
  const department = session.account?.departmentCode ?? null;
  useHash(loaded.data !== null);
  return (
    <div className="unit-training">
      <PageHead title={messages.title} lead={session.account?.departmentPath} />
      {department === null ? (
        <Notice kind="warning" title={messages.noDepartment} />
      ) : (
        <LoadView loaded={loaded} skeletonLines={10}>
          {({ pending, programmes, people }) => (
            <>
              <nav aria-label={messages.partsLabel} className="no-print">
                <ul className="plain-list cluster part-links">
                  {PARTS.filter((part) => part !== 'candidates' || programmes.length > 0).map((part) => (
                    <li key={part}>
                      <a href={`#${part}`}>{messages.parts[part]}</a>
                    </li>
                  ))}
                </ul>
              </nav>
              <UnitPart id="approvals" title={messages.approvals(formatCount(pending.length))}>
                <PendingList pending={pending} onDecided={loaded.reload} />
              </UnitPart>
              <UnitPart id="targets" title={messages.targets}>
                <UnitProgrammes programmes={programmes} />
              </UnitPart>
              <UnitPart id="people" title={messages.people}>
                <UnitPeople people={people} programmes={programmes} />
              </UnitPart>
              {programmes.length > 0 && (
                <UnitPart id="candidates" title={messages.candidates} lead={messages.candidatesLead}>
                  <UnitCandidates programmes={programmes} department={department} onNominated={loaded.reload} />
                </UnitPart>
              )}
            </>
          )}
        </LoadView>
      )}
    </div>
  );
}

/** Goes to the part that the address names once it is there: mails lead to #approvals. */
function useHash(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (ready && hash !== '') document.getElementById(hash.slice(1))?.focus();
  }, [ready, hash]);
}

import { useCallback, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { getParticipation, getSurvey } from '../../api-client/surveys.js';
import { LoadView } from '../../components/load-view.js';
import { PageHead } from '../../components/page-head.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';
import { DepartmentBoard } from './department-board.js';
import { ExceptionCard } from './exception-card.js';
import { NotDoneCard } from './not-done-card.js';
import { PaperMarkCard } from './paper-mark-card.js';
import { ParticipationStats } from './participation-stats.js';
import { PositionBoard } from './position-board.js';

const REFRESH_MS = 10_000;

/** 回答状況: who is done in numbers, never who answered what. Refreshed while the page is in view. */
export function ParticipationPage() {
  const messages = useMessages(participationMessages);
  const { id = '' } = useParams();
  const survey = useLoad(useCallback(() => getSurvey(id), [id]));
  const board = useLoad(useCallback(() => getParticipation(id), [id]));
  const running = survey.data?.state === 'open' || survey.data?.state === 'paper-entry';
  const { reload } = board;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [running, reload]);
  return (
    <LoadView loaded={survey}>
      {(known) => (
        <>
          <PageHead
            title={messages.title}
            back={<Link to={`/hr/surveys/${id}`}>{known.title}</Link>}
            lead={running ? messages.refreshed : undefined}
          />
          <LoadView loaded={board}>
            {(participation) => (
              <>
                <ParticipationStats participation={participation} />
                {running && <PaperMarkCard surveyId={id} onMarked={reload} />}
                {running && <ExceptionCard surveyId={id} onGranted={reload} />}
                {running && <NotDoneCard surveyId={id} />}
                <DepartmentBoard groups={participation.departments} minGroup={known.minGroup} />
                <PositionBoard groups={participation.positions} minGroup={known.minGroup} />
              </>
            )}
          </LoadView>
        </>
      )}
    </LoadView>
  );
}

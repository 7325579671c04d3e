import { buildPlanWorkbook, getTrainingPlan, recomputeTargets } from '../../api-client/training.js';
import { Button } from '../../components/button.js';
import { EmptyState } from '../../components/empty-state.js';
import { LoadView } from '../../components/load-view.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAction } from '../../components/use-action.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { trainingMessages } from '../../messages/training.js';
import { JobFileButton } from '../../training/job-file-button.js';
import { ProgrammeDetail } from './overview/programme-detail.js';
import { ProgrammeSummary } from './overview/programme-summary.js';
import { RecomputeProgress } from './overview/recompute-progress.js';
import { TrainingHead } from './training-head.js';
import { useAddress } from './use-address.js';

/** DX研修計画: per programme what is left, what was reached, and, of the one chosen, by month, department, position and section. */
export function TrainingPage() {
  const messages = useMessages(trainingMessages);
  const address = useAddress();
  const loaded = useLoad(getTrainingPlan);
  const recompute = useAction(async () => {
    await recomputeTargets();
    loaded.reload();
  });
  const actions = (
    <>
      <JobFileButton label={messages.workbook} build={buildPlanWorkbook} />
      <Button kind="secondary" busy={recompute.busy} onClick={() => void recompute.run()}>
        {messages.recompute}
      </Button>
    </>
  );
  return (
    <>
      <TrainingHead tab="overview" title={messages.title} lead={messages.lead} actions={actions} />
      {recompute.problem && <ProblemNotice problem={recompute.problem} />}
      <LoadView loaded={loaded} skeletonLines={10}>
        {(plan) => {
          const chosen = plan.programmes.find(({ key }) => key === address.get('programme')) ?? plan.programmes[0];
          return (
            <>
              {plan.jobId !== null && <RecomputeProgress jobId={plan.jobId} onDone={loaded.reload} />}
              {chosen === undefined && <EmptyState title={messages.noProgrammes} />}
              <div className="columns columns--2 programme-summaries">
                {plan.programmes.map((programme) => (
                  <ProgrammeSummary
                    key={programme.key}
                    programme={programme}
                    chosen={programme === chosen}
                    to={address.to({ programme: programme.key })}
                  />
                ))}
              </div>
              {chosen && (
                <ProgrammeDetail
                  key={`${chosen.key} ${chosen.computedAt}`}
                  programme={chosen}
                  onChanged={loaded.reload}
                />
              )}
            </>
          );
        }}
      </LoadView>
    </>
  );
}

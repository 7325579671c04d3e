import { getTrainingPlan, recomputeTargets } from '../../api-client/training.js';
import { Button } from '../../components/button.js';
import { EmptyState } from '../../components/empty-state.js';
import { LoadView } from '../../components/load-view.js';
import { PageHead } from '../../components/page-head.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAction } from '../../components/use-action.js';
import { useLoad } from '../../components/use-load.js';
import { useMessages } from '../../language/language.js';
import { trainingMessages } from '../../messages/training.js';
import { ImportPanel } from '../imports/import-panel.js';
import { ProgrammeSection } from './programme-section.js';
import { RecomputeProgress } from './recompute-progress.js';

/** DX研修計画: per programme the plan, what was reached, and what is left. */
export function TrainingPage() {
  const messages = useMessages(trainingMessages);
  const loaded = useLoad(getTrainingPlan);
  const recompute = useAction(async () => {
    await recomputeTargets();
    loaded.reload();
  });
  const button = (
    <Button kind="secondary" busy={recompute.busy} onClick={() => void recompute.run()}>
      {messages.recompute}
    </Button>
  );
  return (
    <>
      <PageHead title={messages.title} lead={messages.lead} actions={button} />
      {recompute.problem && <ProblemNotice problem={recompute.problem} />}
      <LoadView loaded={loaded} skeletonLines={10}>
        {(plan) => (
          <>
            {plan.jobId !== null && <RecomputeProgress jobId={plan.jobId} onDone={loaded.reload} />}
            {plan.programmes.length === 0 && <EmptyState title={messages.noProgrammes} />}
            {plan.programmes.map((programme) => (
              <ProgrammeSection key={programme.key} programme={programme} />
            ))}
          </>
        )}
      </LoadView>
      <ImportPanel kind="completions" onApplied={loaded.reload} />
    </>
  );
}

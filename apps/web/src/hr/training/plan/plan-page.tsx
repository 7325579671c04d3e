import { useCallback, useState } from 'react';
import { listCourses, type Course } from '../../../api-client/courses.js';
import { getProgress, getTrainingPlan, type GroupProgress } from '../../../api-client/training.js';
import type { TrainingPlan } from '../../../api-client/types.js';
import { LoadView } from '../../../components/load-view.js';
import { Notice } from '../../../components/notice.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';
import { TrainingHead } from '../training-head.js';
import { PlanEditor } from './plan-editor.js';
import { PlanHistory } from './plan-history.js';

export interface EditedPlan {
  readonly plan: TrainingPlan;
  readonly courses: readonly Course[];
  /** Positions (職位) that staff have. */
  readonly positions: readonly Pick<GroupProgress, 'key' | 'label'>[];
}

async function loadPlan(): Promise<EditedPlan> {
  const [plan, courses] = await Promise.all([getTrainingPlan(), listCourses()]);
  const first = plan.programmes[0];
  const positions = first ? (await getProgress(first.key)).positions : [];
  return { plan, courses, positions: positions.filter(({ key }) => key !== '') };
}

/** The plan as data: whoever runs the training changes it here, and every version stays. */
export function PlanPage() {
  const messages = useMessages(trainingPlanMessages);
  const loaded = useLoad(loadPlan);
  const { reload } = loaded;
  const [saved, setSaved] = useState<number | null>(null);
  const onSaved = useCallback(
    (version: number) => {
      setSaved(version);
      reload();
      window.scrollTo({ top: 0 });
    },
    [reload],
  );
  return (
    <>
      <TrainingHead tab="plan" title={messages.title} lead={messages.lead} />
      {saved !== null && <Notice kind="success" title={messages.saved(saved)} live />}
      <LoadView loaded={loaded} skeletonLines={10}>
        {(edited) => (
          <>
            <PlanEditor key={edited.plan.version} edited={edited} onSaved={onSaved} onReload={reload} />
            <PlanHistory key={`history ${edited.plan.version}`} />
          </>
        )}
      </LoadView>
    </>
  );
}

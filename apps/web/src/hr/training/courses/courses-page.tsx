import { useState } from 'react';
import { listCourses, updateCourse, type Course } from '../../../api-client/courses.js';
import { getTrainingPlan } from '../../../api-client/training.js';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { EmptyState } from '../../../components/empty-state.js';
import { LoadView } from '../../../components/load-view.js';
import { useAction } from '../../../components/use-action.js';
import { useLoad } from '../../../components/use-load.js';
import { useMessages } from '../../../language/language.js';
import { trainingCourseMessages } from '../../../messages/training-course.js';
import { TrainingHead } from '../training-head.js';
import { CourseDialog } from './course-dialog.js';
import { courseDraftOf } from './course-draft.js';
import { CourseTable } from './course-table.js';

type Open = { readonly kind: 'new' } | { readonly kind: 'change' | 'withdraw'; readonly course: Course };

/** 講座: what sessions are held of, and what learning systems report. */
export function CoursesPage() {
  const messages = useMessages(trainingCourseMessages);
  const courses = useLoad(listCourses);
  const plan = useLoad(getTrainingPlan);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const programmes = plan.data?.programmes ?? [];
  const add = programmes.length > 0 && <Button onClick={() => setOpen({ kind: 'new' })}>{messages.newCourse}</Button>;
  return (
    <>
      <TrainingHead tab="courses" title={messages.title} lead={messages.lead} actions={add} />
      <LoadView loaded={courses}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={messages.none} />
          ) : (
            <CourseTable
              courses={all}
              onChange={(course) => setOpen({ kind: 'change', course })}
              onWithdraw={(course) => setOpen({ kind: 'withdraw', course })}
            />
          )
        }
      </LoadView>
      {open && open.kind !== 'withdraw' && (
        <CourseDialog
          programmes={programmes}
          {...(open.kind === 'change' ? { course: open.course } : {})}
          onClose={close}
          onSaved={() => {
            close();
            courses.reload();
          }}
        />
      )}
      {open?.kind === 'withdraw' && <WithdrawDialog course={open.course} onClose={close} onDone={courses.reload} />}
    </>
  );
}

interface WithdrawDialogProps {
  readonly course: Course;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Takes a course out of use, or back into it. Completions of it go on counting. */
function WithdrawDialog({ course, onClose, onDone }: WithdrawDialogProps) {
  const messages = useMessages(trainingCourseMessages);
  const { name, withdrawn } = course;
  const action = useAction(async () => {
    await updateCourse(course.key, { ...courseDraftOf(course), withdrawn: !withdrawn });
    onDone();
  });
  return (
    <ConfirmDialog
      title={withdrawn ? messages.restoreOf(name) : messages.withdrawOf(name)}
      confirmLabel={withdrawn ? messages.restore : messages.withdraw}
      danger={!withdrawn}
      action={action}
      onClose={onClose}
    >
      <p>{withdrawn ? messages.restoreLead : messages.withdrawLead(course.upcoming)}</p>
    </ConfirmDialog>
  );
}

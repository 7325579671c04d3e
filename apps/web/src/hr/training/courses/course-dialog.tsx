import { useState } from 'react';
import { createCourse, updateCourse, type Course, type CourseDraft } from '../../../api-client/courses.js';
import type { Programme } from '../../../api-client/types.js';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { shellMessages } from '../../../messages/shell.js';
import { trainingCourseMessages } from '../../../messages/training-course.js';
import { COURSE_KEY_PATTERN, courseDraftOf } from './course-draft.js';
import { CourseFields } from './course-fields.js';

interface CourseDialogProps {
  readonly programmes: readonly Programme[];
  /** The course to change; left out: a new one. */
  readonly course?: Course;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function firstDraft(programmes: readonly Programme[]): CourseDraft {
  const programme = programmes[0];
  return {
    name: '',
    description: '',
    programmeKey: programme?.key ?? '',
    method: programme?.methods[0]?.method ?? '',
    points: 1,
    passMark: null,
    activityId: null,
    withdrawn: false,
  };
}

export function CourseDialog({ programmes, course, onClose, onSaved }: CourseDialogProps) {
  const messages = useMessages(trainingCourseMessages);
  const { cancel, save: saveWord } = useMessages(shellMessages);
  const [key, setKey] = useState(course?.key ?? '');
  const [draft, setDraft] = useState(() => (course ? courseDraftOf(course) : firstDraft(programmes)));
  const save = useAction(async () => {
    await (course ? updateCourse(course.key, draft) : createCourse(key, draft));
    onSaved();
  });
  return (
    <Dialog title={course ? messages.changeOf(course.name) : messages.newCourse} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        {!course && (
          <TextField
            label={messages.key}
            hint={messages.keyHint}
            value={key}
            onChange={setKey}
            pattern={COURSE_KEY_PATTERN}
            title={messages.keyHint}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
        <CourseFields programmes={programmes} draft={draft} onChange={setDraft} />
        {save.problem && <ProblemNotice problem={save.problem} />}
        <div className="dialog__actions">
          <Button kind="secondary" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" busy={save.busy}>
            {saveWord}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import { getTrainingPlan, savePlan, type ProgrammeDraft } from '../../../api-client/training.js';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { TextField } from '../../../components/text-field.js';
import { useAction } from '../../../components/use-action.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';
import { draftOf, newProgramme } from './plan-draft.js';
import type { EditedPlan } from './plan-page.js';
import { ProgrammeFields } from './programme-fields.js';
import { YearTargets } from './year-targets.js';

const CONFLICT = 409;

interface PlanEditorProps {
  readonly edited: EditedPlan;
  readonly onSaved: (version: number) => void;
  /** Drops what was written and reads the plan as it is now. */
  readonly onReload: () => void;
}

export function PlanEditor({ edited, onSaved, onReload }: PlanEditorProps) {
  const messages = useMessages(trainingPlanMessages);
  const { plan, courses, positions } = edited;
  const [programmes, setProgrammes] = useState<readonly ProgrammeDraft[]>(() => plan.programmes.map(draftOf));
  const [note, setNote] = useState('');
  const saved = new Set(plan.programmes.map(({ key }) => key));
  const put = async (version: number): Promise<void> => {
    const after = await savePlan({ version, programmes: [...programmes], note: note.trim() });
    onSaved(after.version);
  };
  const save = useAction(() => put(plan.version));
  const overwrite = useAction(async () => put((await getTrainingPlan()).version));
  const problem = overwrite.problem ?? save.problem;
  const change = (at: number, next: ProgrammeDraft): void =>
    setProgrammes(programmes.map((each, index) => (index === at ? next : each)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        overwrite.clear();
        void save.run();
      }}
    >
      <Card title={messages.targetsTitle}>
        <YearTargets programmes={programmes} onChange={setProgrammes} />
      </Card>
      {programmes.map((programme, at) => (
        <ProgrammeFields
          key={programme.key}
          programme={programme}
          isNew={!saved.has(programme.key)}
          courses={courses}
          positions={positions}
          onChange={(next) => change(at, next)}
          onRemove={() => setProgrammes(programmes.filter((_, index) => index !== at))}
        />
      ))}
      <p className="plan-add">
        <Button
          kind="secondary"
          onClick={() =>
            setProgrammes([...programmes, newProgramme(programmes, messages.newProgramme, messages.newMethod)])
          }
        >
          {messages.addProgramme}
        </Button>
      </p>
      <Card title={messages.saveTitle}>
        <div className="stack">
          <TextField
            label={messages.note}
            hint={messages.noteHint}
            value={note}
            onChange={setNote}
            maxLength={500}
            required
          />
          {problem && (
            <ProblemNotice problem={problem}>
              {problem.status === CONFLICT && (
                <>
                  <p>{messages.conflict}</p>
                  <div className="cluster">
                    <Button kind="secondary" onClick={onReload}>
                      {messages.readAgain}
                    </Button>
                    <Button kind="secondary" busy={overwrite.busy} onClick={() => void overwrite.run()}>
                      {messages.overwrite}
                    </Button>
                  </div>
                </>
              )}
            </ProblemNotice>
          )}
          <Button type="submit" busy={save.busy}>
            {messages.save}
          </Button>
        </div>
      </Card>
    </form>
  );
}

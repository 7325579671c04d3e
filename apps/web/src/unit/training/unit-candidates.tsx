import { useCallback, useState } from 'react';
import { listCandidates, type Candidate, type UnitProgramme } from '../../api-client/training-people.js';
import { Button } from '../../components/button.js';
import { EmptyState } from '../../components/empty-state.js';
import { LoadView } from '../../components/load-view.js';
import { useLoad } from '../../components/use-load.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';
import { useSession } from '../../session/session.js';
import { OutcomeLine, type Outcome } from '../../training/outcome-line.js';
import { CandidateList } from './candidate-list.js';
import { NominateDialog } from './nominate-dialog.js';

interface UnitCandidatesProps {
  readonly programmes: readonly UnitProgramme[];
  /** Code of the own department; a head who is of HR too would see everybody else. */
  readonly department: string;
  readonly onNominated: () => void;
}

const STEP = 30;

/** Who of the unit is due next in a programme, and the nomination of several at once. */
export function UnitCandidates({ programmes, department, onNominated }: UnitCandidatesProps) {
  const messages = useMessages(unitTrainingMessages);
  const [asked, setAsked] = useState('');
  const chosen = programmes.find(({ key }) => key === asked) ?? programmes[0];
  if (!chosen) return null;
  return (
    <>
      <fieldset className="fieldset segments candidate-programmes">
        <legend className="visually-hidden">{messages.programme}</legend>
        {programmes.map(({ key, name }) => (
          <label key={key} className="segment">
            <input
              type="radio"
              name="candidate-programme"
              checked={key === chosen.key}
              onChange={() => setAsked(key)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <Candidates key={chosen.key} programmeKey={chosen.key} department={department} onNominated={onNominated} />
    </>
  );
}

interface CandidatesProps extends Pick<UnitCandidatesProps, 'department' | 'onNominated'> {
  readonly programmeKey: string;
}

function Candidates({ programmeKey, department, onNominated }: CandidatesProps) {
  const messages = useMessages(unitTrainingMessages);
  const { session } = useSession();
  // Members of staff sign in with their staff number.
  const own = session.account?.login ?? null;
  const [limit, setLimit] = useState(STEP);
  const [selected, setSelected] = useState<ReadonlyMap<string, Candidate>>(new Map());
  const [nominating, setNominating] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const loaded = useLoad(
    useCallback(
      () => listCandidates({ programmeKey, departmentCode: department, limit }),
      [programmeKey, department, limit],
    ),
  );
  const mark = (candidate: Candidate, on: boolean): void => {
    const next = new Map(selected);
    if (on) next.set(candidate.staffNumber, candidate);
    else next.delete(candidate.staffNumber);
    setSelected(next);
  };
  return (
    <>
      <OutcomeLine outcome={outcome} />
      <LoadView loaded={loaded}>
        {({ total, candidates }) =>
          total === 0 ? (
            <EmptyState title={messages.noCandidates}>
              <p>{messages.noCandidatesLead}</p>
            </EmptyState>
          ) : (
            <>
              <CandidateList candidates={candidates} selected={selected} own={own} onMark={mark} />
              {total > candidates.length && limit < 500 && (
                <p className="people-list__more">
                  <Button kind="secondary" onClick={() => setLimit(Math.min(500, limit + STEP))}>
                    {messages.more(formatCount(Math.min(STEP, total - candidates.length)))}
                  </Button>
                </p>
              )}
              <div
                className={
                  selected.size > 0 ? 'selection-line selection-line--stays no-print' : 'selection-line no-print'
                }
              >
                <p role="status">
                  {selected.size === 0 ? messages.noneChosen : messages.chosen(formatCount(selected.size))}
                </p>
                {selected.size > 0 && <Button onClick={() => setNominating(true)}>{messages.nominate}</Button>}
              </div>
            </>
          )
        }
      </LoadView>
      {nominating && (
        <NominateDialog
          programmeKey={programmeKey}
          people={[...selected.values()]}
          onClose={() => setNominating(false)}
          onNominated={(said) => {
            setSelected(new Map());
            setOutcome(said);
            loaded.reload();
            onNominated();
          }}
        />
      )}
    </>
  );
}

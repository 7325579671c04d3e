import type { Candidate } from '../../api-client/training-people.js';
import { StateBadge } from '../../components/state-badge.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { unitTrainingMessages } from '../../messages/unit-training.js';

interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  readonly selected: ReadonlyMap<string, Candidate>;
  /** The head's own staff number: nobody nominates themselves. */
  readonly own: string | null;
  readonly onMark: (candidate: Candidate, on: boolean) => void;
}

/** Candidates in order of rank; the whole row is the target of its check box. */
export function CandidateList({ candidates, selected, own, onMark }: CandidateListProps) {
  const messages = useMessages(unitTrainingMessages);
  return (
    <fieldset className="fieldset">
      <legend className="visually-hidden">{messages.choose}</legend>
      <ol className="plain-list candidate-list">
        {candidates.map((candidate) => (
          <li key={candidate.staffNumber} className={candidate.staffNumber === own ? 'candidate-list__own' : undefined}>
            <label className="candidate-row">
              <input
                type="checkbox"
                disabled={candidate.staffNumber === own}
                checked={selected.has(candidate.staffNumber)}
                onChange={(event) => onMark(candidate, event.target.checked)}
              />
              <span className="candidate-row__who">
                <strong>{candidate.name}</strong> <span className="muted">{candidate.staffNumber}</span>
                <span className="person-row__post muted">{`${candidate.department} ${candidate.position}`}</span>
                {candidate.staffNumber === own && <span className="person-row__post">{messages.oneself}</span>}
                {candidate.audiences.length > 0 && (
                  <span className="person-row__post muted">{candidate.audiences.join('・')}</span>
                )}
              </span>
              <span className="candidate-row__side">
                {candidate.neverTrained && <StateBadge tone="waiting">{messages.never}</StateBadge>}
                <span className="muted nowrap">{messages.rank(formatCount(candidate.rank))}</span>
              </span>
            </label>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

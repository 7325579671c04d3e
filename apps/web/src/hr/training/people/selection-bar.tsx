import { Button } from '../../../components/button.js';
import type { Action } from '../../../components/use-action.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingPeopleMessages } from '../../../messages/training-people.js';

interface SelectionBarProps {
  readonly selected: number;
  /** Of everybody whom the filter leaves. */
  readonly total: number;
  /** Selects all of them. */
  readonly everybody: Action<[]>;
  readonly onClear: () => void;
  readonly onNominate: () => void;
  readonly onLetters: () => void;
}

export function SelectionBar({ selected, total, everybody, onClear, onNominate, onLetters }: SelectionBarProps) {
  const messages = useMessages(trainingPeopleMessages);
  return (
    <div className="selection-bar no-print">
      <p role="status" className="selection-bar__count">
        {selected === 0 ? messages.nothingSelected : messages.selected(formatCount(selected))}
      </p>
      <div className="cluster">
        <Button disabled={selected === 0} onClick={onNominate}>
          {messages.nominate}
        </Button>
        <Button kind="secondary" disabled={selected === 0} onClick={onLetters}>
          {messages.letters}
        </Button>
        <Button kind="quiet" busy={everybody.busy} onClick={() => void everybody.run()}>
          {messages.selectAll(formatCount(total))}
        </Button>
        {selected > 0 && (
          <Button kind="quiet" onClick={onClear}>
            {messages.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

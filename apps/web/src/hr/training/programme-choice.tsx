import type { Programme } from '../../api-client/types.js';
import { useMessages } from '../../language/language.js';
import { trainingMessages } from '../../messages/training.js';

interface ProgrammeChoiceProps {
  readonly programmes: readonly Pick<Programme, 'key' | 'name'>[];
  readonly current: string;
  readonly onChange: (key: string) => void;
}

/** Which programme (研修体系) a page is about. */
export function ProgrammeChoice({ programmes, current, onChange }: ProgrammeChoiceProps) {
  const messages = useMessages(trainingMessages);
  return (
    <fieldset className="fieldset segments">
      <legend className="visually-hidden">{messages.programme}</legend>
      {programmes.map(({ key, name }) => (
        <label key={key} className="segment">
          <input type="radio" name="programme" checked={key === current} onChange={() => onChange(key)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

import { useState } from 'react';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { TextField } from '../../components/text-field.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';

interface ExclusionListProps {
  readonly legend: string;
  readonly known: readonly { readonly key: string; readonly label: string }[];
  readonly excluded: readonly string[];
  readonly onChange: (excluded: string[]) => void;
  /** Given: values that the list does not know, as the roster writes them, can be added. */
  readonly addLabel?: string;
}

export function ExclusionList({ legend, known, excluded, onChange, addLabel }: ExclusionListProps) {
  const [added, setAdded] = useState<readonly string[]>(() =>
    excluded.filter((key) => !known.some((option) => option.key === key)),
  );
  const options = [...known, ...added.map((key) => ({ key, label: key }))];
  const set = (key: string, on: boolean): void =>
    onChange(on ? [...excluded, key] : excluded.filter((other) => other !== key));
  const add = (text: string): void => {
    const same = options.find(({ key, label }) => key === text || label === text);
    if (!same) setAdded([...added, text]);
    const key = same?.key ?? text;
    if (!excluded.includes(key)) set(key, true);
  };
  return (
    <fieldset className="fieldset">
      <legend className="fieldset__legend">{legend}</legend>
      <div className="check-row">
        {options.map(({ key, label }) => (
          <CheckField key={key} label={label} checked={excluded.includes(key)} onChange={(on) => set(key, on)} />
        ))}
      </div>
      {addLabel !== undefined && <AddExclusion label={addLabel} onAdd={add} />}
    </fieldset>
  );
}

interface AddExclusionProps {
  readonly label: string;
  readonly onAdd: (text: string) => void;
}

function AddExclusion({ label, onAdd }: AddExclusionProps) {
  const messages = useMessages(surveyMessages);
  const [text, setText] = useState('');
  const add = (): void => {
    if (text.trim() !== '') onAdd(text.trim());
    setText('');
  };
  return (
    <div className="inline-form">
      <TextField
        label={label}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      />
      <Button kind="secondary" onClick={add}>
        {messages.add}
      </Button>
    </div>
  );
}

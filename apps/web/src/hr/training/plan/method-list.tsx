import type { ProgrammeDraft } from '../../../api-client/training.js';
import { Button } from '../../../components/button.js';
import { CheckField } from '../../../components/check-field.js';
import { TextField } from '../../../components/text-field.js';
import { useMessages } from '../../../language/language.js';
import { trainingPlanMessages } from '../../../messages/training-plan.js';
import { withNames } from './plan-draft.js';

interface MethodListProps {
  readonly programme: ProgrammeDraft;
  readonly onChange: (programme: ProgrammeDraft) => void;
}

/** 育成方法: how people are trained, and which of the audiences each way is for. */
export function MethodList({ programme, onChange }: MethodListProps) {
  const messages = useMessages(trainingPlanMessages);
  const { methods, audiences } = programme;
  const set = (next: ProgrammeDraft['methods']): void => onChange({ ...programme, methods: next });
  return (
    <fieldset className="fieldset">
      <legend className="fieldset__legend">{messages.methods}</legend>
      {methods.map(({ method, audience = [] }, at) => {
        const change = (name: string, names: readonly string[]): void =>
          set(methods.map((each, index) => (index === at ? withNames(name, names) : each)));
        return (
          <div key={at} className="plan-part">
            <div className="inline-form">
              <TextField
                label={messages.methodName}
                value={method}
                onChange={(name) => change(name, audience)}
                maxLength={60}
                required
              />
              {methods.length > 1 && (
                <Button
                  kind="quiet"
                  aria-label={messages.removeOf(method)}
                  onClick={() => set(methods.filter((_, index) => index !== at))}
                >
                  {messages.remove}
                </Button>
              )}
            </div>
            {audiences.length > 0 && (
              <fieldset className="fieldset">
                <legend>{messages.methodFor(method)}</legend>
                <div className="check-row">
                  {audiences.map(({ name }, index) => (
                    <CheckField
                      key={index}
                      label={name}
                      checked={audience.includes(name)}
                      onChange={(on) =>
                        change(method, on ? [...audience, name] : audience.filter((other) => other !== name))
                      }
                    />
                  ))}
                </div>
              </fieldset>
            )}
          </div>
        );
      })}
      <Button kind="secondary" onClick={() => set([...methods, { method: messages.newMethod }])}>
        {messages.addMethod}
      </Button>
    </fieldset>
  );
}

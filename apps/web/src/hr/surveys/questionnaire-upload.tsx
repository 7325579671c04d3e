import { useState } from 'react';
import type { Questionnaire } from '#survey-model';
import { asQuestionnaire, checkQuestionnaire, type QuestionnaireFault } from '../../api-client/surveys.js';
import { Card } from '../../components/card.js';
import { Field } from '../../components/field.js';
import { Notice } from '../../components/notice.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useAction } from '../../components/use-action.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';

/** Any other questionnaire, as a JSON file that the server checks whole before it is used. */
export function QuestionnaireUpload({ onChoose }: { readonly onChoose: (questionnaire: Questionnaire) => void }) {
  const messages = useMessages(surveyMessages);
  const { language } = useLanguage();
  const [faults, setFaults] = useState<readonly QuestionnaireFault[]>([]);
  const [notJson, setNotJson] = useState(false);
  const check = useAction(async (file: File) => {
    setFaults([]);
    setNotJson(false);
    const content = parseJson(await file.text());
    if (content === undefined) return setNotJson(true);
    const found = await checkQuestionnaire(content);
    if (found.length === 0) onChoose(asQuestionnaire(content));
    else setFaults(found);
  });
  return (
    <Card title={messages.uploadTitle}>
      <Field label={messages.uploadLabel} hint={messages.uploadHint} error={notJson ? messages.notJson : null}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".json,application/json"
            className="input"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void check.run(file);
              event.target.value = '';
            }}
          />
        )}
      </Field>
      {check.problem && <ProblemNotice problem={check.problem} />}
      {faults.length > 0 && (
        <Notice kind="error" title={messages.uploadFaults(faults.length)}>
          <ul className="notice__list">
            {faults.map((fault) => (
              <li key={`${fault.path} ${fault.en}`}>
                <code>{fault.path}</code> {fault[language]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Card>
  );
}

/** undefined when the text is not JSON; a byte order mark is overlooked. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

import type { Question, Questionnaire } from '#survey-model';
import { Field } from '../../components/field.js';
import { TextField } from '../../components/text-field.js';
import { useMessages } from '../../language/language.js';
import { surveyMessages } from '../../messages/survey.js';
import { withOptionText, withQuestionText, withSectionText } from './edit-wording.js';

interface QuestionnaireEditorProps {
  readonly questionnaire: Questionnaire;
  readonly onChange: (questionnaire: Questionnaire) => void;
}

/** Wording only: items, scales and scoring stay, so that this year can be compared with the last. */
export function QuestionnaireEditor({ questionnaire, onChange }: QuestionnaireEditorProps) {
  const messages = useMessages(surveyMessages);
  return (
    <div className="stack">
      <p>{messages.wordingLead}</p>
      {questionnaire.sections.map((section) => (
        <details key={section.key} className="disclosure editor-section">
          <summary>{messages.sectionSummary(section.title, section.questions.length)}</summary>
          <div className="stack">
            <TextField
              label={messages.sectionTitle}
              value={section.title}
              onChange={(title) => onChange(withSectionText(questionnaire, section.key, { title }))}
              maxLength={200}
              required
            />
            <TextField
              label={messages.sectionNote}
              value={section.note ?? ''}
              onChange={(note) => onChange(withSectionText(questionnaire, section.key, { note }))}
              maxLength={1000}
            />
            {section.questions.map((question) => (
              <QuestionWording
                key={question.code}
                question={question}
                onText={(text) => onChange(withQuestionText(questionnaire, question.code, text))}
                onOption={(key, text) => onChange(withOptionText(questionnaire, question.code, key, text))}
              />
            ))}
          </div>
        </details>
      ))}
    </div>
  );
}

interface QuestionWordingProps {
  readonly question: Question;
  readonly onText: (text: string) => void;
  readonly onOption: (key: string, text: string) => void;
}

function QuestionWording({ question, onText, onOption }: QuestionWordingProps) {
  const messages = useMessages(surveyMessages);
  return (
    <div className="stack--tight">
      <Field label={`${question.code} ${messages.questionType[question.type]}`}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            value={question.text}
            required
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
      {'options' in question &&
        question.options.map((option, index) => (
          <input
            key={option.key}
            className="input editor-option"
            aria-label={messages.optionLabel(question.code, index + 1)}
            value={option.text}
            required
            onChange={(event) => onOption(option.key, event.target.value)}
          />
        ))}
    </div>
  );
}

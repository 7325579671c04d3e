import { choiceQuestions } from '#survey-model';
import { Card } from '../../../components/card.js';
import { EmptyState } from '../../../components/empty-state.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import type { ResultScope } from '../result-scope.js';
import { FrequencyTable } from './frequency-table.js';

/** Choice questions of everybody as frequency tables. */
export function ChoicesView({ results, cells }: ResultScope) {
  const messages = useMessages(resultMessages);
  const shown = choiceQuestions(results.questionnaire).flatMap((question) => {
    const score = cells.whole?.choices.find((choice) => choice.question === question.code);
    return score ? [{ question, score }] : [];
  });
  if (shown.length === 0) return <EmptyState title={messages.noChoices} />;
  return shown.map(({ question, score }) => (
    <Card key={question.code} title={question.text}>
      <FrequencyTable question={question} score={score} />
    </Card>
  ));
}

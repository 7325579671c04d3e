import { formatPercent, type ChoiceQuestion } from '#survey-model';
import type { ChoiceScore } from '../../../api-client/types.js';
import { TableFrame } from '../../../components/table-frame.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';

interface FrequencyTableProps {
  readonly question: ChoiceQuestion;
  readonly score: ChoiceScore;
}

export function FrequencyTable({ question, score }: FrequencyTableProps) {
  const messages = useMessages(resultMessages);
  const several = question.type === 'multiple-choice';
  return (
    <TableFrame caption={messages.frequencyCaption(formatCount(score.n), several)}>
      <thead>
        <tr>
          <th scope="col">{messages.option}</th>
          <th scope="col" className="number">
            {messages.count}
          </th>
          <th scope="col" className="number">
            {messages.share}
          </th>
          <td className="board__bar-head" />
        </tr>
      </thead>
      <tbody>
        {question.options.map(({ key, text }) => {
          const count = score.counts[key] ?? 0;
          const percent = score.n > 0 ? formatPercent(count, score.n) : '0.0';
          return (
            <tr key={key}>
              <th scope="row">{text}</th>
              <td className="number">{formatCount(count)}</td>
              <td className="number">{percent}%</td>
              <td className="board__bar">
                <span className="bar" aria-hidden="true">
                  <span className="bar__fill" style={{ width: `${percent}%` }} />
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}

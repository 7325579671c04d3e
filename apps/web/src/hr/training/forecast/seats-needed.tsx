import type { ScenarioForecast } from '../../../api-client/training.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingForecastMessages } from '../../../messages/training-forecast.js';

/** How many more seats a month make the targets likely. */
export function SeatsNeeded({ scenario }: { readonly scenario: ScenarioForecast }) {
  const messages = useMessages(trainingForecastMessages);
  const sentence = (words: SeatWords, seats: number | null): string => {
    if (seats === null) return words.never;
    return seats === 0 ? words.enough : words.needed(formatCount(seats));
  };
  return (
    <ul className="seats-needed">
      <li>{sentence(messages.seatsFinal, scenario.seatsFor90)}</li>
      <li>{sentence(messages.seatsThisYear, scenario.seatsFor90ThisYear)}</li>
    </ul>
  );
}

interface SeatWords {
  readonly needed: (seats: string) => string;
  readonly enough: string;
  readonly never: string;
}

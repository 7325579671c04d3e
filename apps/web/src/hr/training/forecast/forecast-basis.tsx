import type { Forecast } from '../../../api-client/training.js';
import { Card } from '../../../components/card.js';
import { formatCount, formatDate, formatInstant } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { trainingForecastMessages } from '../../../messages/training-forecast.js';

/** What the estimate rests on, in plain words, so that it can be questioned and computed again. */
export function ForecastBasis({ forecast }: { readonly forecast: Forecast }) {
  const messages = useMessages(trainingForecastMessages);
  const { language } = useLanguage();
  const { basis, asOf, computedAt, runs, seed } = forecast;
  if (!basis) return null;
  const { bookedSeats, pastSeats, pastCompletions, personYears, leavers, seatsAMonth, elsewhereAMonth } = basis;
  return (
    <Card title={messages.basisTitle}>
      <ul className="basis">
        <li>{messages.basisBooked(formatCount(bookedSeats))}</li>
        <li>{messages.basisContinuing(formatCount(Math.round(seatsAMonth * 10) / 10))}</li>
        <li>
          {pastSeats > 0
            ? messages.basisCompletions(formatCount(pastSeats), formatCount(pastCompletions))
            : messages.basisNoSessions}
        </li>
        {elsewhereAMonth > 0 && <li>{messages.basisElsewhere(formatCount(Math.round(elsewhereAMonth * 10) / 10))}</li>}
        <li>
          {personYears > 0
            ? messages.basisLeavers(formatCount(Math.round(personYears)), formatCount(leavers))
            : messages.basisNoLeavers}
        </li>
        <li>{messages.basisRuns(formatCount(runs), seed)}</li>
      </ul>
      <p className="muted table-note">
        {asOf && messages.asOf(formatDate(asOf, language))}
        {computedAt && ` ${messages.computedAt(formatInstant(computedAt, language))}`}
      </p>
    </Card>
  );
}

import type { Participation } from '../../api-client/types.js';
import { Card } from '../../components/card.js';
import { ProgressBar } from '../../components/progress-bar.js';
import { Stat } from '../../components/stat.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';

export function ParticipationStats({ participation }: { readonly participation: Participation }) {
  const messages = useMessages(participationMessages);
  const { invited, done, rate, paperTickets, ballots, ballotRate, exceptions } = participation;
  return (
    <Card>
      <dl className="stats">
        {ballotRate !== null && <Stat label={messages.ballotRate} value={ballotRate} unit="%" large />}
        <Stat label={messages.rate} value={rate} unit="%" large={ballotRate === null} />
        {ballots !== null && <Stat label={messages.ballots} value={formatCount(ballots)} unit={messages.ballotUnit} />}
        <Stat label={messages.done} value={formatCount(done)} unit={messages.people} />
        <Stat label={messages.invited} value={formatCount(invited)} unit={messages.people} />
        <Stat label={messages.paperTickets} value={formatCount(paperTickets)} unit={messages.sheets} />
        {exceptions > 0 && (
          <Stat label={messages.exceptions} value={formatCount(exceptions)} unit={messages.ballotUnit} />
        )}
      </dl>
      <p className="muted card__foot">{ballots === null ? messages.batched : messages.twoRates}</p>
      {exceptions > 0 && <p className="muted">{messages.duplicates(exceptions)}</p>}
      <div className="card__foot">
        <ProgressBar label={messages.rate} value={done} max={invited} />
      </div>
    </Card>
  );
}

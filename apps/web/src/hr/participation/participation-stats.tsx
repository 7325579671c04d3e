import type { Participation } from '../../api-client/types.js';
import { Card } from '../../components/card.js';
import { ProgressBar } from '../../components/progress-bar.js';
import { Stat } from '../../components/stat.js';
import { formatCount } from '../../language/format-date.js';
import { useMessages } from '../../language/language.js';
import { participationMessages } from '../../messages/participation.js';

export function ParticipationStats({ participation }: { readonly participation: Participation }) {
  const messages = useMessages(participationMessages);
  const { invited, done, rate, paperTickets } = participation;
  return (
    <Card>
      <dl className="stats">
        <Stat label={messages.rate} value={rate} unit="%" large />
        <Stat label={messages.done} value={formatCount(done)} unit={messages.people} />
        <Stat label={messages.invited} value={formatCount(invited)} unit={messages.people} />
        <Stat label={messages.paperTickets} value={formatCount(paperTickets)} unit={messages.sheets} />
      </dl>
      <div className="card__foot">
        <ProgressBar label={messages.rate} value={done} max={invited} />
      </div>
    </Card>
  );
}

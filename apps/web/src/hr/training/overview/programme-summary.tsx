import { Link } from 'react-router';
import type { Programme, TrainingMethod } from '../../../api-client/types.js';
import { Card } from '../../../components/card.js';
import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';
import { ProgrammeStats } from './programme-stats.js';

interface ProgrammeSummaryProps {
  readonly programme: Programme;
  /** Its details stand below. */
  readonly chosen: boolean;
  readonly to: string;
}

/** One programme at a glance; leads to its details. */
export function ProgrammeSummary({ programme, chosen, to }: ProgrammeSummaryProps) {
  const messages = useMessages(trainingMessages);
  const { counting, methods, name } = programme;
  return (
    <Card title={name} className={chosen ? 'programme-summary programme-summary--chosen' : 'programme-summary'}>
      <ProgrammeStats programme={programme} />
      <p className="muted programme-summary__note">
        {messages.counting[counting]}
        {methods.length > 0 && ` ${messages.methods(methods.map(methodText))}`}
      </p>
      {chosen ? (
        <p className="programme-summary__go">
          <strong>{messages.shownBelow}</strong>
        </p>
      ) : (
        <Link className="programme-summary__go" to={to} preventScrollReset>
          {messages.showDetails(name)}
        </Link>
      )}
    </Card>
  );
}

function methodText({ method, audience }: TrainingMethod): string {
  return audience && audience.length > 0 ? `${method}(${audience.join('、')})` : method;
}

import type { CellScore, Results } from '../../api-client/types.js';
import { BandBadge } from '../../components/band-badge.js';
import { Card } from '../../components/card.js';
import { Stat } from '../../components/stat.js';
import { formatCount, formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { resultMessages } from '../../messages/result.js';
import { BandScale } from './band-scale.js';
import { meanText } from './view/mean-text.js';

interface ResultSummaryProps {
  readonly results: Results;
  readonly whole: CellScore | null;
}

/** The overall score with its band, how many answered, and from which size groups are shown. */
export function ResultSummary({ results, whole }: ResultSummaryProps) {
  const messages = useMessages(resultMessages);
  const { language } = useLanguage();
  const overall = whole?.overall ?? null;
  return (
    <Card className="result-summary">
      <div className="columns columns--2">
        <div>
          <dl className="stats">
            <Stat
              label={messages.overall}
              value={overall === null ? '—' : meanText(overall, language)}
              note={whole && <BandBadge band={whole.band} />}
              large
            />
            <Stat label={messages.answered} value={formatCount(results.answered)} unit={messages.people} />
            <Stat
              label={messages.responseRate}
              value={results.responseRate}
              unit="%"
              note={messages.ofInvited(formatCount(results.invited))}
            />
          </dl>
        </div>
        <div>
          <BandScale questionnaire={results.questionnaire} mean={overall} />
        </div>
      </div>
      <p className="muted result-summary__note">{messages.thresholds(results.minGroup, results.detailMinGroup)}</p>
      <p className="muted">
        {messages.period(formatDate(results.opensOn, language), formatDate(results.closesOn, language))}
        {' ・ '}
        {messages.version(results.version)}
      </p>
    </Card>
  );
}

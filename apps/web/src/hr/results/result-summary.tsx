import type { CellScore, Results } from '../../api-client/types.js';
import { BandBadge } from '../../components/band-badge.js';
import { Card } from '../../components/card.js';
import { Stat } from '../../components/stat.js';
import { formatCount, formatDate } from '../../language/format-date.js';
import { useLanguage, useMessages } from '../../language/language.js';
import { resultMessages } from '../../messages/result.js';
import { statisticsMessages } from '../../messages/statistics.js';
import { BandScale } from './band-scale.js';
import { DifferenceMark } from './figures/difference-mark.js';
import { IntervalText } from './figures/interval-text.js';
import { MethodsLink } from './methods/methods-link.js';
import { meanText } from './view/mean-text.js';

interface ResultSummaryProps {
  readonly results: Results;
  readonly whole: CellScore | null;
}

/** The overall score with its band, how many answered, and from which size groups are shown. */
export function ResultSummary({ results, whole }: ResultSummaryProps) {
  const messages = useMessages(resultMessages);
  const statistics = useMessages(statisticsMessages);
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
              note={
                whole && (
                  <span className="stat__notes">
                    <BandBadge band={whole.band} />
                    <IntervalText bounds={whole.overallNotes.interval} named />
                    {results.waves.length > 0 && (
                      <span>
                        {statistics.previousLabel}{' '}
                        <DifferenceMark difference={whole.overallNotes.previous} against="previous" />
                      </span>
                    )}
                  </span>
                )
              }
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
      {whole?.overallNotes.interval && (
        <p className="muted">
          {statistics.intervalNote} <MethodsLink />
        </p>
      )}
      <p className="muted">
        {messages.period(formatDate(results.opensOn, language), formatDate(results.closesOn, language))}
        {' ・ '}
        {messages.version(results.version)}
      </p>
    </Card>
  );
}

import type { CellScore, Results } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { Notice } from '../../../components/notice.js';
import { Stat } from '../../../components/stat.js';
import { formatCount } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { DifferenceMark } from '../figures/difference-mark.js';
import { IntervalText } from '../figures/interval-text.js';
import { meanText } from '../view/mean-text.js';

interface DepartmentStatsProps {
  readonly results: Results;
  readonly cell: CellScore | null;
  readonly whole: CellScore | null;
}

export function DepartmentStats({ results, cell, whole }: DepartmentStatsProps) {
  const messages = useMessages(resultMessages);
  const statistics = useMessages(statisticsMessages);
  const { language } = useLanguage();
  if (cell === null) return <p>{messages.nobodyHere}</p>;
  if (cell.status !== 'published') {
    return (
      <Notice title={messages.suppressed[cell.status]}>
        <p>{messages.suppressedReason[cell.status](results.minGroup)}</p>
      </Notice>
    );
  }
  const { interval, estimate, rest, previous } = cell.overallNotes;
  return (
    <>
      {' '}
      <dl className="stats">
        <Stat
          label={messages.overall}
          value={cell.overall === null ? '—' : meanText(cell.overall, language)}
          note={
            <span className="stat__notes">
              <BandBadge band={cell.band} />
              <IntervalText bounds={interval} named />
              {estimate !== undefined && <span className="figure-note">{statistics.estimate(estimate)}</span>}
            </span>
          }
          large
        />
        <Stat
          label={statistics.rest}
          value={<DifferenceMark difference={rest} against="rest" />}
          note={whole?.overall && messages.wholeIs(meanText(whole.overall, language))}
        />
        {results.waves.length > 0 && (
          <Stat
            label={statistics.previous}
            value={<DifferenceMark difference={previous} against="previous" />}
            note={results.waves[0]?.fiscalYearLabel}
          />
        )}
        <Stat label={messages.answered} value={cell.n === null ? '—' : formatCount(cell.n)} unit={messages.people} />
      </dl>
      {estimate !== undefined && <p className="figure-notes">{statistics.estimateNote}</p>}
    </>
  );
}

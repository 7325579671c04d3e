import type { Programme } from '../../../api-client/types.js';
import { ProgressBar } from '../../../components/progress-bar.js';
import { Stat } from '../../../components/stat.js';
import { formatCount } from '../../../language/format-date.js';
import { useMessages } from '../../../language/language.js';
import { trainingMessages } from '../../../messages/training.js';
import { PaceMark } from './pace-mark.js';

/** What is left, first and largest; then where the programme stands against its plan, and how many of those trained still serve. */
export function ProgrammeStats({ programme }: { readonly programme: Programme }) {
  const messages = useMessages(trainingMessages);
  const { total, cumulative, remaining, years, targetYear, active } = programme;
  const year = years.find(({ fiscalYear }) => fiscalYear === targetYear);
  return (
    <>
      <dl className="stats training-stats">
        <Stat
          label={messages.remaining(formatCount(total))}
          value={formatCount(remaining)}
          unit={messages.people}
          large
        />
        <Stat
          label={messages.cumulative}
          value={formatCount(cumulative)}
          unit={messages.people}
          note={year && messages.plannedByNow(formatCount(year.cumulativeTarget))}
        />
        <Stat
          label={messages.active}
          value={formatCount(active)}
          unit={messages.people}
          note={messages.leavers(formatCount(Math.max(0, cumulative - active)), programme.counting)}
        />
        {year && (
          <Stat
            label={messages.thisYear(year.label)}
            value={formatCount(year.actual)}
            unit={messages.ofTarget(formatCount(year.target))}
            note={<PaceMark actual={year.actual} target={year.target} />}
          />
        )}
      </dl>
      <ProgressBar label={messages.cumulative} value={cumulative} max={total} />
    </>
  );
}

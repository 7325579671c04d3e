import type { CellScore, Results } from '../../../api-client/types.js';
import { BandBadge } from '../../../components/band-badge.js';
import { Notice } from '../../../components/notice.js';
import { Stat } from '../../../components/stat.js';
import { formatCount } from '../../../language/format-date.js';
import { useLanguage, useMessages } from '../../../language/language.js';
import { resultMessages } from '../../../messages/result.js';
import { overallMean } from '../view/exact-means.js';
import { meanText } from '../view/mean-text.js';
import { differenceText } from '../view/shown-item.js';

interface DepartmentStatsProps {
  readonly results: Results;
  readonly cell: CellScore | null;
  readonly whole: CellScore | null;
}

export function DepartmentStats({ results, cell, whole }: DepartmentStatsProps) {
  const messages = useMessages(resultMessages);
  const { language } = useLanguage();
  if (cell === null) return <p>{messages.nobodyHere}</p>;
  if (cell.status !== 'published') {
    return (
      <Notice title={messages.suppressed[cell.status]}>
        <p>{messages.suppressedReason[cell.status](results.minGroup)}</p>
      </Notice>
    );
  }
  const difference = differenceText(overallMean(results, cell), overallMean(results, whole));
  return (
    <dl className="stats">
      <Stat
        label={messages.overall}
        value={cell.overall === null ? '—' : meanText(cell.overall, language)}
        note={<BandBadge band={cell.band} />}
        large
      />
      <Stat
        label={messages.againstWhole}
        value={difference === null ? '—' : meanText(difference, language)}
        note={whole?.overall && messages.wholeIs(meanText(whole.overall, language))}
      />
      <Stat label={messages.answered} value={cell.n === null ? '—' : formatCount(cell.n)} unit={messages.people} />
    </dl>
  );
}

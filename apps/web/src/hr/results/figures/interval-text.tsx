import type { Bounds } from '../../../api-client/types.js';
import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';

interface IntervalTextProps {
  readonly bounds: Bounds | undefined;
  readonly unit?: string;
  /** Says what it is, where no note under a table does. */
  readonly named?: boolean;
}

/** The 95% interval in small print under its mean; nothing where the group is too small for one. */
export function IntervalText({ bounds, unit = '', named = false }: IntervalTextProps) {
  const messages = useMessages(statisticsMessages);
  if (!bounds) return null;
  return (
    <span className="figure-note">
      <span className={named ? undefined : 'visually-hidden'}>{messages.intervalSpoken} </span>
      {messages.bounds(bounds.low, bounds.high, unit)}
    </span>
  );
}

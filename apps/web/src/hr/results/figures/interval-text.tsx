import type { Bounds } from '../../../api-client/types.js';
import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';

interface IntervalTextProps {
  readonly bounds: Bounds | undefined;
  readonly unit?: string;
}

/** The 95% interval in small print under its mean; nothing where the group is too small for one. */
export function IntervalText({ bounds, unit = '' }: IntervalTextProps) {
  const messages = useMessages(statisticsMessages);
  if (!bounds) return null;
  return (
    <span className="figure-note">
      <span className="visually-hidden">{messages.intervalSpoken} </span>
      {messages.bounds(bounds.low, bounds.high, unit)}
    </span>
  );
}

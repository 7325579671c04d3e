import type { Bounds } from '../../../api-client/types.js';
import { useMessages } from '../../../language/language.js';
import { statisticsMessages } from '../../../messages/statistics.js';
import { ScoreText } from '../score-text.js';
import { IntervalText } from './interval-text.js';

interface MeanFigureProps {
  readonly mean: string | null | undefined;
  readonly interval?: Bounds | undefined;
  /** 縮約推定値 of a small group. */
  readonly estimate?: string | undefined;
  readonly strong?: boolean;
}

/** A mean with what is said beside it, under it. */
export function MeanFigure({ mean, interval, estimate, strong = false }: MeanFigureProps) {
  const messages = useMessages(statisticsMessages);
  const text = <ScoreText mean={mean} />;
  return (
    <>
      {strong ? <strong>{text}</strong> : text}
      <IntervalText bounds={interval} />
      {estimate !== undefined && <span className="figure-note">{messages.estimate(estimate)}</span>}
    </>
  );
}

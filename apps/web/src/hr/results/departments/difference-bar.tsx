import type { Direction } from '#survey-model';
import { drawnMean } from '../view/mean-text.js';

interface DifferenceBarProps {
  readonly own: string | null;
  readonly whole: string | null;
  /** Coloured only where the difference is significant. */
  readonly direction: Direction | undefined;
}

/** One point of difference fills half of the bar. */
const FULL_POINTS = 1;

/** To the right for above, to the left for below; grey while the difference is not clear. The figure stands beside it. */
export function DifferenceBar({ own, whole, direction }: DifferenceBarProps) {
  const [a, b] = [drawnMean(own), drawnMean(whole)];
  if (a === null || b === null) return null;
  const share = Math.min(1, Math.abs(a - b) / FULL_POINTS) * 50;
  const above = a >= b;
  return (
    <span className="difference" aria-hidden="true">
      <span
        className={`difference__fill difference__fill--${direction ?? 'unclear'}`}
        style={above ? { left: '50%', width: `${share}%` } : { right: '50%', width: `${share}%` }}
      />
    </span>
  );
}

import { drawnMean } from '../view/mean-text.js';

interface DifferenceBarProps {
  readonly own: string | null;
  readonly whole: string | null;
}

/** One point of difference fills half of the bar. */
const FULL_POINTS = 1;

/** To the right for above, to the left for below; the figure stands beside it. */
export function DifferenceBar({ own, whole }: DifferenceBarProps) {
  const [a, b] = [drawnMean(own), drawnMean(whole)];
  if (a === null || b === null) return null;
  const share = Math.min(1, Math.abs(a - b) / FULL_POINTS) * 50;
  const above = a >= b;
  return (
    <span className="difference" aria-hidden="true">
      <span
        className={above ? 'difference__fill difference__fill--above' : 'difference__fill difference__fill--below'}
        style={above ? { left: '50%', width: `${share}%` } : { right: '50%', width: `${share}%` }}
      />
    </span>
  );
}

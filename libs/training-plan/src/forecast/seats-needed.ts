import { runReaches, type Play } from './play-runs.js';

/** The share of runs in which a target counts as safe. */
const SAFE = 0.9;

/** Share of the runs whose cumulative count at the end of a fiscal year reaches a target. */
export function shareReaching(counts: Float64Array, target: number): number {
  let reached = 0;
  for (const count of counts) if (count >= target) reached += 1;
  return reached / counts.length;
}

/**
 * The smallest number of extra seats in every month from the next one to the end of a fiscal year with which its cumulative target is
 * reached in 90% of the runs. Every number is tried on the same draws, on which more seats never bring less (but for a person where the
 * binomial approximation changes over), so that halving finds it.
 * @param most no more than so many seats a month: the people there are
 * @returns null when even that many do not do
 */
export function seatsNeeded(
  play: Play,
  goal: { readonly fiscalYear: number; readonly target: number },
  most: number,
): number | null {
  const enough = (extraSeats: number): boolean => reachesOftenEnough(play, goal, extraSeats);
  if (enough(0)) return 0;
  // Doubling first: what is needed is as a rule far below what there is.
  let [low, high] = [0, 1];
  while (high < most && !enough(high)) [low, high] = [high, high * 2];
  if (high >= most) {
    high = most;
    if (high <= low || !enough(high)) return null;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Stops at the run that decides. */
function reachesOftenEnough(
  play: Play,
  goal: { readonly fiscalYear: number; readonly target: number },
  extraSeats: number,
): boolean {
  const { runs } = play.drawn;
  let failed = 0;
  for (let run = 0; run < runs; run += 1) {
    if (runReaches(play, run, goal, extraSeats)) continue;
    failed += 1;
    if (runs - failed < SAFE * runs) return false;
  }
  return true;
}

export type Pace = 'reached' | 'behind';

/** Whether a target has been reached. Nothing planned is reached. */
export function paceOf(actual: number, target: number): Pace {
  return actual >= target ? 'reached' : 'behind';
}

/** Seconds to wait before try number `attempt` (1 is the first retry): 2, 4, 8 … at most 60. */
export function retryDelay(attempt: number): number {
  return Math.min(60, 2 ** Math.max(1, attempt));
}

/** Whether sending the same again later can help: no answer at all, too many at once, or a fault of the server. */
export function isWorthRetrying(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

/** Whether a session has begun: until then places change hands. @param startsAt ISO 8601 */
export function hasBegun(startsAt: string, now: Date = new Date()): boolean {
  return Date.parse(startsAt) <= now.getTime();
}

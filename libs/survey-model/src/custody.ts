/**
 * Who can open the box. `custodians`: people who hold shares of the key, k of n together. `worker`: the server by itself, for the demo and
 * for trials only, and the pages say so.
 */
export const CUSTODIES = ['custodians', 'worker'] as const;
export type Custody = (typeof CUSTODIES)[number];

/** When a custodian's share is used: to try the key before the survey opens, and to open the box after the close. */
export const KEY_SHARE_PURPOSES = ['test', 'tally'] as const;
export type KeySharePurpose = (typeof KEY_SHARE_PURPOSES)[number];

/** Days after the last day of answering on which ballots may lie at most, whatever becomes of the tally. */
export const MOST_DAYS_KEPT = 90;

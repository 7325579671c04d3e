import type { BurnUpMonth, Programme } from '#survey-model';

/** A session whose attendance is not settled yet, in the calendar or just held. */
export interface ComingSession {
  /** "YYYY-MM-DD"; one before `asOf` counts from the present month. */
  readonly date: string;
  readonly capacity: number;
  /** Who has a seat by now. */
  readonly seated: number;
  /** Applications are still taken, so that more may come. */
  readonly open: boolean;
}

/** A session that is settled. */
export interface PastSession {
  readonly capacity: number;
  readonly seated: number;
  /** Those of the seated whom this session brought to a counted completion of the programme. */
  readonly completed: number;
}

export interface ForecastInput {
  readonly programme: Programme;
  /** Today. */
  readonly asOf: string;
  /** Cumulative and active counts so far, as `burnUp` gives them for `asOf`. */
  readonly history: readonly BurnUpMonth[];
  /** Eligible staff now, trained or not. */
  readonly eligible: number;
  readonly coming: readonly ComingSession[];
  readonly past: readonly PastSession[];
  /** Counted completions that came without a session (e-learning, imports), of each of the last whole months; empty: none are expected. */
  readonly elsewhere: readonly number[];
  /** Person-years of service of eligible staff looked at, and how many left or were transferred out in them. */
  readonly service: { readonly personYears: number; readonly leavers: number };
  /** Seats (capacity) a month over the last twelve months; not always whole. */
  readonly seatsAMonth: number;
  /** A whole number within 32 bits. */
  readonly seed: number;
  /** 2,000 when left out. */
  readonly runs?: number;
}

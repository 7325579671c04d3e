/** Where in the user's material something is wrong. Lines and columns count from 1, the header being line 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly field?: string;
}

export type DomainErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'gone' | 'too-many' | 'unavailable';

/**
 * An error a person can act on: what was wrong, where, and what to do, in Japanese and English.
 * The HTTP filter maps `kind` to a status; nothing else about it is shown.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    /** Stable machine name, for example "survey-not-open". */
    readonly code: string,
    readonly ja: string,
    readonly en: string,
    readonly place: Place = {},
    /** Further errors of the same request, such as all bad lines of a file. */
    readonly details: readonly LineError[] = [],
  ) {
    super(en);
    this.name = 'DomainError';
  }
}

/** One wrong place of a file. */
export interface LineError {
  readonly line: number;
  readonly column: string;
  readonly ja: string;
  readonly en: string;
}

import { DomainError } from '#survey-model';

export interface JobFailure {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

/** SQLSTATE classes and codes, and socket errors, that say that a server is away, not that the work is wrong. */
const AWAY = /^(?:08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
const AWAY_MESSAGE =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the error comes from a database that cannot be reached now: waited for without counting a failure. */
export function isOutage(error: unknown): boolean {
  if (error instanceof DomainError) return error.kind === 'unavailable';
  return AWAY.test(codeOf(error)) || (error instanceof Error && AWAY_MESSAGE.test(error.message));
}

/** Whether two transactions got in each other's way (not serializable, deadlock): the work is done again at once, and nothing counted. */
export function isContention(error: unknown): boolean {
  return /^40(?:001|P01)$/.test(codeOf(error));
}

/** What people read about a job that failed. An unexpected error is not quoted: its text may hold somebody's data. */
export function failureOf(error: unknown): JobFailure {
  if (error instanceof DomainError) return { code: error.code, ja: error.ja, en: error.en };
  return {
    code: 'job-failed',
    ja: '処理中に予期しない誤りが続いたため、中止しました。データは処理の前のままです。システム担当者に、この処理の番号と時刻を伝えてください。',
    en: 'The job was given up after repeated unexpected errors. Nothing has been changed. Tell the system administrator its id and the time.',
  };
}

export const BEGUN_TOO_OFTEN: JobFailure = {
  code: 'job-killed',
  ja: '処理が途中で何度も打ち切られたため、中止しました。データは処理の前のままです。システム担当者に、サーバーのメモリと記録を確かめるよう伝えてください。',
  en: 'The job was given up because its process was killed again and again. Nothing has been changed. Check memory and logs of the server.',
};

/**
 * An error as it may be logged: kind, code and place in our source. Never its message, nor the query and parameters that database
 * errors carry: they hold values of people's data.
 */
export function loggable(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const place = at.slice(0, 6).map((line) => line.trim());
  return { type: error.name, code: error instanceof DomainError ? error.code : codeOf(error), at: place };
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

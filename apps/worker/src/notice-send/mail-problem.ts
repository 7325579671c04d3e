/** Why a mail did not go out. */
export interface MailProblem {
  /** refused: never will. later: worth another attempt. */
  readonly kind: 'refused' | 'later';
  /** For how long the server need not be asked again for any mail; 0 where it is about this mail alone. */
  readonly pauseSeconds: number;
  /** For people, in Japanese; without what the server said, which may repeat addresses and text. */
  readonly message: string;
  /** For the log: codes only. */
  readonly code: string;
}

interface SmtpError {
  readonly code: string;
  readonly originalCode: string;
  readonly responseCode: number;
  readonly command: string;
}

const AWAY_SECONDS = 10;
/** A wrong password tried too often locks an account. */
const MISCONFIGURED_SECONDS = 60;
const CERTIFICATE = /CERT|_SIGNATURE$|^ERR_TLS|^EPROTO$/;

const REFUSED_ADDRESS = 'メールサーバーがこのあて先を受け付けませんでした。名簿のメールアドレスを確かめてください。';
const REFUSED_MAIL = 'メールサーバーがこのメールを受け付けませんでした。システム担当者に番号を伝えてください。';
const LATER = 'メールサーバーが、あとで送り直すように答えました。自動で送り直します。';
const AWAY = 'メールサーバーにつながりません。つながると自動で送ります。';
const SIGN_IN =
  'メールサーバーにサインインできません。システム担当者に、NOBINOBI_SMTP_URL の名前とパスワードを確かめるよう伝えてください。';
const NO_TLS =
  'メールサーバーの証明書(TLS)を確かめられないため、送りませんでした。システム担当者に、証明書と NOBINOBI_SMTP_CA を確かめるよう伝えてください。';

/** @returns null for an error that did not come from the mail server or the way to it */
export function mailProblemOf(error: unknown): MailProblem | null {
  const smtp = smtpErrorOf(error);
  if (!smtp) return null;
  const { code, originalCode, responseCode, command } = smtp;
  const make = (kind: MailProblem['kind'], pauseSeconds: number, text: string): MailProblem => {
    const shown = responseCode || originalCode || code;
    return { kind, pauseSeconds, message: `${text}(${shown})`, code: `${code} ${shown}` };
  };
  if (code === 'EAUTH' || code === 'ENOAUTH') return make('later', MISCONFIGURED_SECONDS, SIGN_IN);
  if (code === 'ETLS' || CERTIFICATE.test(originalCode)) return make('later', MISCONFIGURED_SECONDS, NO_TLS);
  if (responseCode === 421 || (responseCode === 0 && code !== 'EENVELOPE')) return make('later', AWAY_SECONDS, AWAY);
  if (responseCode === 503 || (responseCode >= 400 && responseCode < 500)) return make('later', 0, LATER);
  return make('refused', 0, command === 'RCPT TO' || responseCode === 0 ? REFUSED_ADDRESS : REFUSED_MAIL);
}

/** Errors of the mail library carry one of its codes. */
function smtpErrorOf(error: unknown): SmtpError | null {
  if (typeof error !== 'object' || error === null) return null;
  const found: Partial<Record<keyof SmtpError, unknown>> = error;
  if (typeof found.code !== 'string' || !/^E[A-Z0-9]+$/.test(found.code)) return null;
  return {
    code: found.code,
    originalCode: typeof found.originalCode === 'string' ? found.originalCode : '',
    responseCode: typeof found.responseCode === 'number' ? found.responseCode : 0,
    command: typeof found.command === 'string' ? found.command : '',
  };
}

const FIRST_WAIT = 5;
const LONGEST_WAIT = 3600;
const GIVE_UP_AFTER = 86_400;

/**
 * Seconds until the next attempt: as long as the notice has waited already, so that the waits double, from 5 seconds to an hour (servers
 * that greylist want some minutes); null after a day. @param age seconds since the notice was written
 */
export function nextAttemptIn(age: number): number | null {
  return age >= GIVE_UP_AFTER ? null : Math.min(Math.max(Math.round(age), FIRST_WAIT), LONGEST_WAIT);
}

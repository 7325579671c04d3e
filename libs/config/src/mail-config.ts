import { DomainError } from '#survey-model';
import { IsOptional, Matches } from 'class-validator';
import { isLoopback } from './clock.js';
import { readSettings, type Environment } from './environment.js';

const SMTP_URL = /^smtps?:\/\/[^\s/?#]+\/?$/;
/** 'kenshu@city.example.jp' or '人事課 <kenshu@city.example.jp>'. */
const MAIL_FROM = /^(?:([^<>\p{Cc}]*?)\s*<([^\s<>@,;]+@[^\s<>@,;]+)>|([^\s<>@,;]+@[^\s<>@,;]+))$/u;
const PEM = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----/;

/** The mail settings of `npm start` and of the office worker alike. */
export class MailSettings {
  @IsOptional()
  @Matches(SMTP_URL, {
    message:
      'smtp://名前:パスワード@ホスト:ポート か smtps://… の形で指定します / must look like smtp://user:pass@host:port',
  })
  smtpUrl?: string;
  @IsOptional()
  @Matches(MAIL_FROM, {
    message: '人事課 <kenshu@city.example.jp> の形で指定します / must be an address, or Name <address>',
  })
  mailFrom?: string;
  @IsOptional() @Matches(PEM, { message: '証明書(PEM)を指定します / must be certificates in PEM' }) smtpCa?: string;
}

export const MAIL_NAMES = {
  smtpUrl: 'NOBINOBI_SMTP_URL',
  mailFrom: 'NOBINOBI_MAIL_FROM',
  smtpCa: 'NOBINOBI_SMTP_CA',
} as const;

/** The mail server of the organisation, and who the mails come from. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps). Otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** Nothing is sent without TLS: set where a password would travel to another machine. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Certificates (PEM) trusted beside the public ones, or null. */
  readonly ca: string | null;
  readonly from: { readonly name: string; readonly address: string };
}

/** null without a mail server. @throws DomainError "bad-settings" with every wrong setting */
export function readMailConfig(environment: Environment): MailConfig | null {
  return mailConfigOf(readSettings(MailSettings, environment, MAIL_NAMES));
}

/** @throws DomainError "bad-settings" where the server is given without a sender, or its URL cannot be read */
export function mailConfigOf(settings: MailSettings): MailConfig | null {
  if (settings.smtpUrl === undefined) return null;
  const from = MAIL_FROM.exec(settings.mailFrom ?? '');
  if (!from)
    return refuse('NOBINOBI_MAIL_FROM', 'NOBINOBI_SMTP_URL とともに指定します', 'is needed with NOBINOBI_SMTP_URL');
  const url = parse(settings.smtpUrl);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const login = url.username ? { user: decode(url.username), password: decode(url.password) } : null;
  return {
    host,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTls: !secure && login !== null && !isLoopback(host),
    login,
    ca: settings.smtpCa ?? null,
    from: { name: (from[1] ?? '').replace(/^"(.*)"$/, '$1'), address: from[2] ?? from[3] ?? '' },
  };
}

function parse(smtpUrl: string): URL {
  try {
    return new URL(smtpUrl);
  } catch {
    return unreadable();
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return unreadable();
  }
}

/** Does not quote the URL: it holds the password. */
function unreadable(): never {
  return refuse(
    'NOBINOBI_SMTP_URL',
    'URL として読めません。名前やパスワードの記号は %40 のように書きます',
    'cannot be read as a URL; write special characters of user and password as %40 and so on',
  );
}

function refuse(field: string, ja: string, en: string): never {
  throw new DomainError('invalid', 'bad-settings', `${field}: ${ja}`, `${field}: ${en}`, { field });
}

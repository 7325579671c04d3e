import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DomainError } from '#survey-model';
import { IsNumberString, IsOptional, IsString, IsUrl, Matches } from 'class-validator';
import { isLoopback } from './clock.js';
import { readSettings, type Environment } from './environment.js';
import { MAIL_NAMES, mailConfigOf, MailSettings } from './mail-config.js';

class LauncherSettings extends MailSettings {
  @IsNumberString(
    { no_symbols: true },
    { message: 'ポート番号は 1〜65535 の整数です / a port is an integer from 1 to 65535' },
  )
  port = '8080';
  @IsString() host = '127.0.0.1';
  @IsString() dataDir = '.nobinobi';
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true }, { message: 'https://… の形で指定します / must be a URL' })
  publicUrl?: string;
  @IsOptional() @IsString() tlsCert?: string;
  @IsOptional() @IsString() tlsKey?: string;
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'postgres://… の形で指定します / must look like postgres://…' })
  databaseUrl?: string;
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'postgres://… の形で指定します / must look like postgres://…' })
  collectorDatabaseUrl?: string;
  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'redis://… の形で指定します / must look like redis://…' })
  redisUrl?: string;
}

export interface LauncherConfig {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Address that people type. */
  readonly publicUrl: string;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** Owner URLs of real servers; null means the embedded one. */
  readonly databaseUrl: string | null;
  readonly collectorDatabaseUrl: string | null;
  readonly redisUrl: string | null;
  /** What the office worker gets of the mail server, by name; empty without one. */
  readonly mailEnvironment: Readonly<Record<string, string>>;
}

/** Settings of `npm start`; the table in README names each. @throws DomainError with every wrong setting */
export function readLauncherConfig(environment: Environment = process.env): LauncherConfig {
  const settings = readSettings(LauncherSettings, environment, {
    port: 'NOBINOBI_PORT',
    host: 'NOBINOBI_HOST',
    dataDir: 'NOBINOBI_DATA_DIR',
    publicUrl: 'NOBINOBI_PUBLIC_URL',
    tlsCert: 'NOBINOBI_TLS_CERT',
    tlsKey: 'NOBINOBI_TLS_KEY',
    databaseUrl: 'DATABASE_URL',
    collectorDatabaseUrl: 'COLLECTOR_DATABASE_URL',
    redisUrl: 'REDIS_URL',
    ...MAIL_NAMES,
  });
  const port = Number(settings.port);
  if (port > 65535) refuse('NOBINOBI_PORT', 'ポート番号は 1〜65535 の整数です', 'a port is an integer from 1 to 65535');
  const tls = readTls(settings.tlsCert, settings.tlsKey);
  const name = isLoopback(settings.host) ? 'localhost' : settings.host;
  return {
    port,
    host: settings.host,
    dataDir: resolve(settings.dataDir),
    publicUrl: (settings.publicUrl ?? `${tls ? 'https' : 'http'}://${name}:${port}`).replace(/\/$/, ''),
    tls,
    databaseUrl: settings.databaseUrl ?? null,
    collectorDatabaseUrl: settings.collectorDatabaseUrl ?? null,
    redisUrl: settings.redisUrl ?? null,
    mailEnvironment: mailEnvironmentOf(settings),
  };
}

/** Checked here, so that `npm start` says what is wrong, and read by the office worker alone. */
function mailEnvironmentOf(settings: MailSettings): Record<string, string> {
  if (!mailConfigOf(settings)) return {};
  const { smtpUrl = '', mailFrom = '', smtpCa = '' } = settings;
  return { [MAIL_NAMES.smtpUrl]: smtpUrl, [MAIL_NAMES.mailFrom]: mailFrom, [MAIL_NAMES.smtpCa]: smtpCa };
}

function readTls(cert: string | undefined, key: string | undefined): LauncherConfig['tls'] {
  if (!cert && !key) return null;
  if (!cert || !key) {
    return refuse(
      'NOBINOBI_TLS_CERT',
      'NOBINOBI_TLS_CERT と NOBINOBI_TLS_KEY は両方指定します',
      'set both NOBINOBI_TLS_CERT and NOBINOBI_TLS_KEY',
    );
  }
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch (error) {
    return refuse(
      'NOBINOBI_TLS_CERT',
      `証明書か鍵のファイルを読めません(${String(error)})`,
      `cannot read certificate or key (${String(error)})`,
    );
  }
}

function refuse(field: string, ja: string, en: string): never {
  throw new DomainError('invalid', 'bad-settings', `${field}: ${ja}`, `${field}: ${en}`, { field });
}

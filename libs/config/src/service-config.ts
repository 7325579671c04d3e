import { readFileSync } from 'node:fs';
import { hkdfSync } from 'node:crypto';
import { DomainError } from '#survey-model';
import { IsNumberString, IsOptional, IsString, IsUrl, Matches } from 'class-validator';
import { clockFrom, type Clock } from './clock.js';
import { readSettings, type Environment } from './environment.js';
import { readMailConfig, type MailConfig } from './mail-config.js';

const POSTGRES_URL = /^postgres(ql)?:\/\//;
const REDIS_URL = /^rediss?:\/\//;

class ServiceSettings {
  @IsString() host = '127.0.0.1';
  @IsNumberString({ no_symbols: true }, { message: 'ポート番号は整数です / a port is an integer' }) port = '0';
  @IsOptional() @IsString() clock?: string;
}

class ApiSettings extends ServiceSettings {
  @Matches(POSTGRES_URL, { message: 'postgres://… の形で指定します / must look like postgres://…' })
  databaseUrl: string;
  @Matches(REDIS_URL, { message: 'redis://… の形で指定します / must look like redis://…' }) redisUrl: string;
  @IsUrl({ require_tld: false, require_protocol: true }, { message: 'https://… の形で指定します / must be a URL' })
  publicUrl = 'http://localhost:8080';
  @IsString({ message: '鍵ファイルの場所を指定します / path of the key file is missing' }) keyFile: string;
}

class CollectorSettings extends ServiceSettings {
  @Matches(POSTGRES_URL, { message: 'postgres://… の形で指定します / must look like postgres://…' })
  databaseUrl: string;
}

class WorkerSettings extends ServiceSettings {
  @Matches(POSTGRES_URL, { message: 'postgres://… の形で指定します / must look like postgres://…' })
  databaseUrl: string;
  @Matches(REDIS_URL, { message: 'redis://… の形で指定します / must look like redis://…' }) redisUrl: string;
}

class OfficeSettings extends WorkerSettings {
  @IsUrl({ require_tld: false, require_protocol: true }, { message: 'https://… の形で指定します / must be a URL' })
  publicUrl = 'http://localhost:8080';
}

class TallySettings extends WorkerSettings {
  @IsString({ message: '集計の鍵ファイルの場所を指定します / path of the tally key file is missing' }) keyFile: string;
  @Matches(POSTGRES_URL, { message: 'postgres://… の形で指定します / must look like postgres://…' })
  ballotDatabaseUrl: string;
}

const SERVICE_NAMES = { host: 'NOBINOBI_HOST', port: 'NOBINOBI_SERVICE_PORT', clock: 'NOBINOBI_CLOCK' } as const;
const WORKER_NAMES = { ...SERVICE_NAMES, databaseUrl: 'DATABASE_URL', redisUrl: 'REDIS_URL' } as const;

export interface ServiceConfig {
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
}

export interface ApiConfig extends ServiceConfig {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly publicUrl: string;
  /** Signs session cookies. */
  readonly sessionSecret: string;
  /** Encrypts the surveys' private ticket keys at rest; 32 bytes. */
  readonly ticketKeyKey: Buffer;
}

export interface CollectorConfig extends ServiceConfig {
  readonly databaseUrl: string;
}

export interface WorkerConfig extends ServiceConfig {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

export interface OfficeConfig extends WorkerConfig {
  /** Where links in mails lead; no slash at the end. */
  readonly publicUrl: string;
  /** null: nothing is mailed. */
  readonly mail: MailConfig | null;
}

export interface TallyConfig extends WorkerConfig {
  readonly ballotDatabaseUrl: string;
  /** Seeds of the tally's own keys, 32 bytes each: shares are sealed to the first, records signed by the second. */
  readonly sealingSeed: Buffer;
  readonly signingSeed: Buffer;
  /** Encrypts the tally keys that the worker holds itself; 32 bytes. */
  readonly heldKeyKey: Buffer;
}

export function readApiConfig(environment: Environment = process.env): ApiConfig {
  const settings = readSettings(ApiSettings, environment, {
    ...WORKER_NAMES,
    publicUrl: 'NOBINOBI_PUBLIC_URL',
    keyFile: 'NOBINOBI_KEY_FILE',
  });
  const key = readKeyFile(settings.keyFile);
  return {
    ...serviceConfig(settings),
    databaseUrl: settings.databaseUrl,
    redisUrl: settings.redisUrl,
    publicUrl: settings.publicUrl,
    sessionSecret: derive(key, 'session').toString('base64url'),
    ticketKeyKey: derive(key, 'ticket-key'),
  };
}

export function readCollectorConfig(environment: Environment = process.env): CollectorConfig {
  const settings = readSettings(CollectorSettings, environment, {
    ...SERVICE_NAMES,
    databaseUrl: 'COLLECTOR_DATABASE_URL',
  });
  return { ...serviceConfig(settings), databaseUrl: settings.databaseUrl };
}

export function readOfficeConfig(environment: Environment = process.env): OfficeConfig {
  const settings = readSettings(OfficeSettings, environment, { ...WORKER_NAMES, publicUrl: 'NOBINOBI_PUBLIC_URL' });
  return {
    ...serviceConfig(settings),
    databaseUrl: settings.databaseUrl,
    redisUrl: settings.redisUrl,
    publicUrl: settings.publicUrl.replace(/\/$/, ''),
    mail: readMailConfig(environment),
  };
}

export function readTallyConfig(environment: Environment = process.env): TallyConfig {
  const settings = readSettings(TallySettings, environment, {
    ...WORKER_NAMES,
    ballotDatabaseUrl: 'COLLECTOR_DATABASE_URL',
    keyFile: 'NOBINOBI_TALLY_KEY_FILE',
  });
  const { databaseUrl, redisUrl, ballotDatabaseUrl } = settings;
  const key = readKeyFile(settings.keyFile);
  return {
    ...serviceConfig(settings),
    databaseUrl,
    redisUrl,
    ballotDatabaseUrl,
    sealingSeed: derive(key, 'tally-sealing'),
    signingSeed: derive(key, 'tally-signing'),
    heldKeyKey: derive(key, 'tally-held-key'),
  };
}

function serviceConfig(settings: ServiceSettings): ServiceConfig {
  return { host: settings.host, port: Number(settings.port), clock: clockFrom(settings.clock, settings.host) };
}

function readKeyFile(path: string): Buffer {
  const refuse = (ja: string, en: string): never => {
    throw new DomainError('invalid', 'bad-key-file', `鍵ファイル ${path}: ${ja}`, `Key file ${path}: ${en}`);
  };
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch {
    return refuse('読めません。場所と権限を確かめてください。', 'cannot be read; check the path and its permissions.');
  }
  if (!/^[0-9a-f]{64}$/.test(text)) return refuse('16進64文字ではありません。', 'is not 64 hexadecimal characters.');
  return Buffer.from(text, 'hex');
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `nobinobi ${purpose}`, 32));
}

import type { AddressInfo } from 'node:net';
import type { MailConfig } from '#config';
import { SMTPServer } from 'smtp-server';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './localhost-certificate.js';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly envelopeTo: readonly string[];
  readonly raw: string;
  /** Names in lower case; values unfolded, still encoded. A name twice is a list of two. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Decoded headers. */
  readonly subject: string;
  readonly to: string;
  /** Decoded parts by content type, without parameters. */
  readonly parts: readonly { readonly type: string; readonly parameters: string; readonly text: string }[];
}

/** What the server answers to a recipient: null takes it. */
export type Answer = (address: string) => { readonly code: number; readonly message: string } | null;

export interface TestSmtp {
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** Connections so far. */
  readonly connections: () => number;
  answer: Answer;
  stop(): Promise<void>;
}

/** A real SMTP server on a free port of this machine. @param tls from the first byte, with a certificate that no machine trusts */
export async function startSmtp({ tls = false, login = '' } = {}): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  let connections = 0;
  const smtp = { answer: (() => null) as Answer };
  const server = new SMTPServer({
    secure: tls,
    ...(tls && { cert: LOCALHOST_CERTIFICATE, key: LOCALHOST_KEY }),
    disabledCommands: tls ? [] : ['STARTTLS'],
    authOptional: login === '',
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      `${username}:${password}` === login ? done(null, { user: username }) : done(new Error('wrong password')),
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = smtp.answer(address);
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push(readMail(Buffer.concat(chunks).toString('latin1'), to));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(smtp, {
    port,
    mails,
    connections: () => connections,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

export function mailConfig(port: number, changes: Partial<MailConfig> = {}): MailConfig {
  return {
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    login: null,
    ca: null,
    from: { name: '人事課', address: 'kenshu@city.example.jp' },
    ...changes,
  };
}

/** Reads RFC 5322, 2045 and 2047 as far as tests need, independently of the library that writes them. */
function readMail(raw: string, envelopeTo: readonly string[]): ReceivedMail {
  const { headers, body } = split(raw);
  const first = (name: string): string => headers.get(name)?.[0] ?? '';
  return {
    envelopeTo,
    raw,
    headers,
    subject: decodeWords(first('subject')),
    to: decodeWords(first('to')),
    parts: readParts(headers, body),
  };
}

function split(entity: string): { headers: Map<string, string[]>; body: string } {
  const end = entity.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  const unfolded = entity.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  for (const line of unfolded.split('\r\n')) {
    const [name = '', ...rest] = line.split(':');
    const key = name.toLowerCase();
    headers.set(key, [...(headers.get(key) ?? []), rest.join(':').trim()]);
  }
  return { headers, body: entity.slice(end + 4) };
}

function readParts(headers: ReadonlyMap<string, readonly string[]>, body: string): ReceivedMail['parts'] {
  const contentType = headers.get('content-type')?.[0] ?? 'text/plain';
  const [type = '', ...parameters] = contentType.split(';').map((each) => each.trim());
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) {
    const text = decodeBody(body, headers.get('content-transfer-encoding')?.[0] ?? '7bit');
    return [{ type: type.toLowerCase(), parameters: parameters.join('; '), text }];
  }
  const entities = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return entities.flatMap((entity) => {
    const part = split(entity.replace(/^\r\n/, ''));
    return readParts(part.headers, part.body);
  });
}

function decodeBody(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(/quoted/i.test(encoding) ? unquote(body) : body, 'latin1').toString('utf8');
}

function unquote(text: string): string {
  return text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decodeWords(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('latin1') : unquote(text.replaceAll('_', ' ')),
    )
    .replaceAll(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

import { rootCertificates } from 'node:tls';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { MailConfig } from '#config';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { mailProblemOf, type MailProblem } from './mail-problem.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
const IDLE_MS = 60_000;

/**
 * The organisation's mail server: a few connections that are kept and verified (TLS). While it is away or refuses to be used at all,
 * further mails are not tried for some seconds, so that many of them do not hold the queue up with waiting.
 */
@Injectable()
export class MailServer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;
  private pause: { readonly until: number; readonly problem: MailProblem } | null = null;

  /** @param config null where the organisation has set none */
  constructor(readonly config: MailConfig | null) {
    this.transport = config && createTransport(transportOptions(config));
  }

  /** Hands one mail over. @returns null when the server has taken it, else why not @throws what is no fault of server or network */
  async send(mail: SendMailOptions): Promise<MailProblem | null> {
    if (!this.transport) throw new Error('no mail server is set');
    if (this.pause && this.pause.until > performance.now()) return this.pause.problem;
    try {
      await this.transport.sendMail(mail);
      this.pause = null;
      return null;
    } catch (error) {
      const problem = mailProblemOf(error);
      if (!problem) throw error;
      if (problem.pauseSeconds > 0) this.pause = { until: performance.now() + problem.pauseSeconds * 1000, problem };
      return problem;
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function transportOptions({ host, port, secure, requireTls, login, ca }: MailConfig) {
  return {
    pool: true as const,
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...(ca && { tls: { ca: [...rootCertificates, ca] } }),
    maxConnections: 3,
    // A kept connection may have been closed by the server in between: one new try, the rest is the queue's work.
    maxRequeues: 1,
    idleTimeout: IDLE_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export type ApiLog = Logger;

/** One JSON line an event on standard output: never a body, a name, a code, a cookie or a query string. */
export function apiLog(level = 'info'): ApiLog {
  return pino({ name: 'api', level });
}

/** Nest's own messages through pino: only those about something wrong, not one line for every module and route. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: ApiLog) {}

  log(): void {}

  warn(message: unknown): void {
    this.logger.warn(String(message));
  }

  error(message: unknown): void {
    this.logger.error(String(message));
  }
}

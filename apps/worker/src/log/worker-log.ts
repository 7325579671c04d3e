import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** One JSON line an event on standard output: names, ids, counts and codes; never a value of anybody's data. */
export function workerLog(service: 'tally' | 'office'): Logger {
  return pino({ name: service });
}

/** Nest's own messages through pino: only those about something wrong, not one line for every module and route. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(): void {}

  warn(message: unknown): void {
    this.logger.warn(String(message));
  }

  error(message: unknown): void {
    this.logger.error(String(message));
  }
}

import { BadRequestException, ValidationPipe } from '@nestjs/common';
import type { ProblemDetail } from '#contract';
import { validationDetails } from './validation-messages.js';

/** The body or query does not have the form its class says. */
export class MalformedRequest extends BadRequestException {
  constructor(readonly errors: readonly ProblemDetail[]) {
    super('malformed request');
  }
}

export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new MalformedRequest(validationDetails(errors)),
  });
}

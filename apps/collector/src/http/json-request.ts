import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** 415 for a body that is not JSON. Before the body is read. */
export function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = request.method === 'POST' || request.method === 'PUT' || request.method === 'PATCH';
  next(hasBody && !request.is('application/json') ? new UnsupportedMediaTypeException() : undefined);
}

/** 400 for a list, which the validation of the request class would take for a list of none. After the body is read. */
export function requireObject(request: Request, _response: Response, next: NextFunction): void {
  next(Array.isArray(request.body) ? new BadRequestException() : undefined);
}

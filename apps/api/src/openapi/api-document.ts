import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from '../api.module.js';
import { routePrefix } from '../route-prefix.js';
import { DOCUMENTED_MODELS } from './api-answers.decorator.js';

/** The OpenAPI 3.1 document of a built application. */
export function documentOf(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Nobinobi API')
    .setDescription(
      'The identified side of Nobinobi: sign-in, roster, surveys, tickets, results, training. It never sees an answer. ' +
        'Unsafe methods need the header X-Requested-With: nobinobi. Every error is application/problem+json (RFC 9457).',
    )
    .setVersion('1')
    .addCookieAuth('nobinobi_session')
    .addBasicAuth({ type: 'http', scheme: 'basic' }, 'xapi')
    .build();
  return SwaggerModule.createDocument(app, outline, {
    extraModels: DOCUMENTED_MODELS,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}

/** The same without database, Redis or settings: nothing is started, only the routes are read. */
export async function buildApiDocument(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(ApiModule.outline(), { preview: true, abortOnError: false, logger: false });
  routePrefix(app);
  return documentOf(app);
}

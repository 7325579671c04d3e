/** One configuration for all tiers; `scripts/test.mjs` picks projects and passes --experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nobinobi/', '<rootDir>/.tmp/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#database/ballot$': '<rootDir>/libs/database/src/ballot/index.ts',
    '^#export/access-codes$': '<rootDir>/libs/export/src/list-workbook.ts',
    '^#ballot/custody$': '<rootDir>/libs/ballot/src/custody.ts',
    '^#ballot/server$': '<rootDir>/libs/ballot/src/server.ts',
    '^#(survey-model|scoring|statistics|disclosure|training-plan|ballot|roster|tabular|export|invitation|database|queue|contract|config|embedded)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testSequencer: '<rootDir>/test/sequencer.mjs',
  // Tests wait for processes, databases and browsers most of the time: one worker a core, where the default leaves one core out.
  maxWorkers: '100%',
  testTimeout: 300_000,
};

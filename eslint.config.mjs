import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { LIBS, ZONES } from './test/architecture/zones.mjs';

const FORBIDDEN_FOLDERS = ['utils', 'helpers', 'common', 'core', 'generic', 'shared', 'misc'];

/** One rule a zone: every library it may not import is named, and no app imports an app. */
const zoneRules = ZONES.map(({ path, libs }) => ({
  files: [`${path}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: LIBS.filter((lib) => !libs.includes(lib)).map((lib) => ({
          name: `#${lib}`,
          message: `${path} may not import #${lib}: see ARCHITECTURE.md, dependency rule.`,
        })),
        patterns: [
          { group: ['**/apps/*', '**/libs/*'], message: 'Import libraries by their #name; apps never import apps.' },
          { group: FORBIDDEN_FOLDERS.map((name) => `**/${name}/**`), message: 'Name the folder after what it holds.' },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.nobinobi/**', '.tmp/**', '**/*.generated.*'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 6 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['apps/api/**', 'apps/collector/**', 'apps/worker/**', 'libs/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // The environment is read in one place.
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    ignores: ['libs/config/**', 'apps/cli/src/start/service-process.ts', '**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read settings through #config.' },
      ],
    },
  },
  {
    files: ['apps/web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A describe block is a list of cases, not a function to follow.
    files: ['**/*.spec.ts', 'test/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 500 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name=/^(it|test|describe)$/][property.name='only']",
          message: 'Run everything.',
        },
      ],
    },
  },
  ...zoneRules,
);

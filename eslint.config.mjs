import tseslint from 'typescript-eslint';

/**
 * The arrows of docs/architecture.md: a folder under src may import only the doors (index.ts) of the folders
 * listed behind it. A folder that is not in this table may not be imported at all.
 */
const mayImport = {
  config: [],
  storage: ['config'],
  telemetry: ['config'],
  http: ['config', 'telemetry'],
  ghl: ['config', 'telemetry'],
  growth: ['config', 'storage', 'telemetry', 'http'],
  conversation: ['config', 'storage', 'telemetry', 'http', 'ghl', 'growth'],
  'follow-up': ['config', 'storage', 'telemetry', 'http', 'growth', 'conversation'],
  webhook: ['config', 'storage', 'telemetry', 'http', 'conversation'],
  health: ['config', 'storage', 'telemetry', 'http', 'ghl', 'growth', 'conversation', 'webhook'],
};

const folders = Object.keys(mayImport);

const arrows = folders.map((folder) => {
  const forbidden = folders.filter((other) => other !== folder && !mayImport[folder].includes(other));
  return {
    files: [`src/${folder}/**/*.ts`],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${[...forbidden, 'commands', 'app\\.module', 'start-app', 'main'].join('|')})(/|$)`,
              message: `${folder} may use only: ${mayImport[folder].join(', ') || 'no other folder'}.`,
            },
            {
              regex: `^(\\.\\./)+(${mayImport[folder].join('|') || '-'})/`,
              message: 'Import another folder through its index.ts: from "../folder".',
            },
          ],
        },
      ],
    },
  };
});

const onlyConfigReadsTheEnvironment = {
  files: ['src/**/*.ts'],
  ignores: ['src/config/**', '**/*.spec.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'process', property: 'env', message: 'Only src/config reads the environment.' },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'node_modules', 'data'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Nest takes plain objects where its types name classes; structural typing is what is meant.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
    },
  },
  {
    // Answers come over HTTP as `any`; the assertions are what checks them.
    files: ['test/*.e2e-spec.ts', 'test/support/growth-service.ts'],
    rules: Object.fromEntries(
      [
        'no-explicit-any',
        ...['assignment', 'member-access', 'call', 'argument', 'return'].map((what) => `no-unsafe-${what}`),
      ].map((rule) => [`@typescript-eslint/${rule}`, 'off']),
    ),
  },
  ...arrows,
  onlyConfigReadsTheEnvironment,
  { files: ['src/main.ts', 'src/commands/**/*.ts'], rules: { 'no-console': 'off' } },
);

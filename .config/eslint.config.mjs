import tseslint from 'typescript-eslint';

const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the injected Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the injected Clock.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'Ask the injected Clock.',
  },
];
const NO_ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/config reads the environment.',
};
const NO_FORWARD_REF = {
  selector: "CallExpression[callee.name='forwardRef']",
  message: 'Parts that need each other are one part.',
};

export default [
  {
    ignores: ['**/node_modules/**', 'dist/**', 'src/openapi.metadata.ts', 'src/web/api/schema.ts', 'src/web/api/enums.ts'],
  },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/max-params': ['error', { max: 7 }],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/web/**', 'src/config/**', 'src/platform/clock/**', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK, NO_ENVIRONMENT, NO_FORWARD_REF] },
  },
  {
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: { 'max-lines': ['error', { max: 450, skipBlankLines: true }] },
  },
];

/** Packages published as ES modules only, which Jest must translate. */
const ES_MODULES = [
  ...['iso-3166', 'uuid', '@scure/base', '@noble/hashes'],
  ...[
    'file-type',
    'strtok3',
    'token-types',
    'uint8array-extras',
    '@tokenizer/inflate',
    '@borewit/text-codec',
  ],
];

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: __dirname,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.amparo/'],
  transform: { '\\.([mc]?js|tsx?)$': '@swc/jest' },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES.join('|')})/)`],
  ...more,
});

/** Runs on the throw-away cluster of test/support/global-postgres.ts. */
const withPostgres = {
  globalSetup: '<rootDir>/test/support/global-postgres.ts',
  globalTeardown: '<rootDir>/test/support/global-postgres-teardown.ts',
};

module.exports = {
  testTimeout: 300_000,
  projects: [
    project('unit', ['src/**/*.spec.ts']),
    project('architecture', ['test/architecture/**/*.spec.ts'], withPostgres),
    project('integration', ['test/integration/**/*.spec.ts'], withPostgres),
    project('e2e', ['test/e2e/**/*.spec.ts'], withPostgres),
    project('faults', ['test/faults/**/*.spec.ts'], withPostgres),
    project('browser', ['test/browser/**/*.spec.ts'], withPostgres),
  ],
};

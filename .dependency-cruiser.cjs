/** Who may know whom. Read with the folder tree: every rule is one sentence of the architecture. */
const CORE = 'cases|people|network|obligations';
const SHARED = `${CORE}|notices|documents|directory|consents|assessment`;
const PURE_LIBRARIES =
  '^node_modules/(@js-temporal/polyfill|jsbi|zod|decimal\\.js|date-holidays|libphonenumber-js|i18n-iso-countries|class-validator|mustache)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Parts that need each other are one part.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'There is no word of consular work in the platform.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules are pure functions: no framework, no database, no clock, no environment. They may refuse ' +
        '(DomainError) and use the public rules of a part they register with.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^(src|node_modules)/',
        pathNot: [
          '^src/modules/$1/domain/',
          `^src/modules/(${CORE})/index\\.ts$`,
          '^src/platform/errors/domain-error\\.ts$',
          '^src/platform/money/[a-z]+\\.ts$',
          '^src/platform/questionnaires/questionnaire\\.ts$',
          PURE_LIBRARIES,
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-uses-no-node',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'modules-meet-at-their-index',
      comment: 'A module sees another only through its public face.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/([^/]+)/',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'composition-uses-public-faces',
      severity: 'error',
      from: {
        path: '^src/([^/]+\\.ts$|cli/|standalone/|config/)',
        pathNot: '^src/openapi\\.metadata\\.ts$',
      },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot:
          '^src/modules/[^/]+/(index|[a-z-]+-worker\\.module)\\.ts$|^src/modules/network/domain/permissions\\.ts$',
      },
    },
    {
      name: 'core-knows-no-family',
      comment: 'A family of cases registers itself; what it registers with does not know it.',
      severity: 'error',
      from: { path: `^src/modules/(${CORE})/` },
      to: { path: '^src/modules/', pathNot: `^src/modules/(${SHARED})/` },
    },
    {
      name: 'oversight-is-read-by-no-one',
      severity: 'error',
      from: { path: '^src/modules/(?!oversight/)' },
      to: { path: '^src/modules/oversight/' },
    },
    {
      name: 'workers-belong-to-the-worker',
      comment: 'A processor works in whatever process loads it.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/worker\\.module\\.ts$|-worker\\.module\\.ts$|\\.spec\\.ts$',
      },
      to: { path: '^src/modules/[^/]+/[a-z-]+-worker\\.module\\.ts$' },
    },
    {
      name: 'web-knows-only-itself',
      comment: 'The browser application speaks to the server through the API alone.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: '^src/web/' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/web/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'standalone-is-for-the-ends',
      comment: 'Only the ways to start the product may start a database.',
      severity: 'error',
      from: { path: '^src/(platform|modules|config)/' },
      to: { path: '^src/(standalone|cli)/' },
    },
    {
      name: 'product-knows-no-test',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^test/|\\.spec\\.tsx?$' },
    },
    {
      name: 'no-development-tools-in-service',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '^src/web/|\\.spec\\.tsx?$|\\.[cm]js$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

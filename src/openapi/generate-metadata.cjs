/**
 * Build step: reads types and comments of the requests and responses into src/openapi.metadata.ts,
 * from which the OpenAPI document learns what decorators do not tell.
 */
const { join } = require('node:path');
const {
  PluginMetadataGenerator,
} = require('@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator');
const { ReadonlyVisitor } = require('@nestjs/swagger/plugin');

const source = join(__dirname, '..');
new PluginMetadataGenerator().generate({
  visitors: [
    new ReadonlyVisitor({
      introspectComments: true,
      classValidatorShim: true,
      pathToSource: source,
      dtoFileNameSuffix: ['.request.ts', '.requests.ts', '.response.ts', '.responses.ts', '.query.ts'],
    }),
  ],
  outputDir: source,
  filename: 'openapi.metadata.ts',
  tsconfigPath: join(source, '..', 'tsconfig.json'),
  watch: false,
  printDiagnostics: false,
});

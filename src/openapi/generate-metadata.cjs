/**
 * Build step: reads types and comments of the requests and responses into src/openapi.metadata.ts,
 * from which the OpenAPI document learns what decorators do not tell. It reads and does not check:
 * type errors are the type check's to report.
 */
const { join } = require('node:path');
const {
  PluginMetadataGenerator,
} = require('@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator');
const { ReadonlyVisitor } = require('@nestjs/swagger/plugin');
const ts = require('typescript');

const source = join(__dirname, '..');
const root = join(source, '..');
const output = 'openapi.metadata.ts';

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const isProduct = (file) =>
  file.startsWith(source) && !file.endsWith('.spec.ts') && !file.endsWith(output);

new PluginMetadataGenerator().generate({
  tsProgramRef: ts.createProgram(fileNames.filter(isProduct), { ...options, noEmit: true }),
  visitors: [
    new ReadonlyVisitor({
      introspectComments: true,
      classValidatorShim: true,
      pathToSource: source,
      dtoFileNameSuffix: [
        '.request.ts',
        '.requests.ts',
        '.response.ts',
        '.responses.ts',
        '.query.ts',
      ],
    }),
  ],
  outputDir: source,
  filename: output,
});

/** Lets a plain Node process load the sources, as Jest does. */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: true,
    sourceMaps: false,
  });
  module._compile(code, filename);
};

// Run by `npm start` and `npm run cli`: plain JavaScript, since nothing may be installed or built yet.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, build, installDependencies, prepare, requireNode } from './prepare.mjs';

const [what = 'standalone', ...args] = process.argv.slice(2);
const report = (line) => process.stderr.write(`${line}\n`);

try {
  if (what === 'build') {
    requireNode();
    installDependencies(report);
    build(report, { force: true });
  } else {
    prepare(report);
    // In this very process: signals reach the product directly, and nothing is left behind.
    const main = join(ROOT, 'dist', 'src', `main.${what}.js`);
    process.argv = [process.execPath, main, ...args];
    await import(pathToFileURL(main).href);
  }
} catch (error) {
  report(error.name === 'Error' && error.constructor === Error ? error.stack : error.message);
  process.exitCode = 1;
}

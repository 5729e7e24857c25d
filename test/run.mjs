// Run by `npm test`: sets up what it needs, checks everything in order, and counts. The last line is
// always "N passed, N failed"; what could not be tried here is named just above it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, installDependencies, requireNode, ROOT } from '../src/standalone/prepare.mjs';

const RESULTS = join(ROOT, 'test', '.results');
const TSC = 'node_modules/typescript/bin/tsc';

/** Each is one check: it passes or fails as a whole. */
const CHECKS = [
  ['types of the server', [TSC, '--noEmit', '--project', '.']],
  ['types of the web application', [TSC, '--noEmit', '--project', 'src/web']],
  [
    'style',
    [
      'node_modules/eslint/bin/eslint.js',
      ...[
        '--config',
        '.config/eslint.config.mjs',
        '--no-warn-ignored',
        'src',
        'migrations',
        'test',
      ],
    ],
  ],
  [
    'format',
    [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level=warn',
      'src',
      'migrations',
      'test',
    ],
  ],
  [
    'who may know whom',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs', 'src', 'migrations'],
    ],
  ],
];

/** In this order: the cheapest answers first. */
const PROJECTS = ['unit', 'architecture', 'integration', 'e2e', 'faults', 'browser'];
/** These start and kill whole products: one file at a time. */
const ONE_AT_A_TIME = ['faults'];

const PROGRAMS = [
  { name: 'a Redis server', packages: ['redis-server'], found: ['redis-server', 'valkey-server'] },
  {
    name: 'Chromium',
    packages: ['chromium'],
    found: ['chromium', 'chromium-browser', 'google-chrome'],
  },
  { name: 'ClamAV', packages: ['clamav-daemon'], found: ['clamd', '/usr/sbin/clamd'] },
];

let passed = 0;
let failed = 0;
const leftOut = [];
const say = (line) => process.stdout.write(`${line}\n`);

try {
  await main();
} catch (error) {
  failed += 1;
  say(error.message);
}
finish();

async function main() {
  requireNode();
  installDependencies(say);
  installPrograms();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });

  count(
    'build',
    attempt(() => build(say)),
  );
  for (const [name, command] of CHECKS) count(name, runQuietly(command));
  for (const project of PROJECTS) runProject(project);
}

function installPrograms() {
  const missing = PROGRAMS.filter(({ found }) => !found.some(isInstalled));
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (canInstall) {
    say(`Installing ${missing.map(({ name }) => name).join(' and ')}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => spawnSync('apt-get', ['-q', '-y', ...args], { env, stdio: 'ignore' });
    apt('update');
    for (const { packages } of missing) apt('install', '--no-install-recommends', ...packages);
  }
  for (const { name, packages, found } of missing) {
    if (found.some(isInstalled)) continue;
    const how = canInstall
      ? `apt-get could not install ${packages.join(' ')}`
      : `install ${packages.join(' ')}, or run as root on Debian`;
    leftOut.push(`tests that need ${name} (${how})`);
  }
}

function isInstalled(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

function count(name, { ok, output, seconds }) {
  if (ok) passed += 1;
  else failed += 1;
  say(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok) say(output.trimEnd());
}

function attempt(work) {
  const start = process.hrtime.bigint();
  try {
    work();
    return { ok: true, output: '', seconds: since(start) };
  } catch (error) {
    return { ok: false, output: error.message, seconds: since(start) };
  }
}

function runQuietly(args) {
  const start = process.hrtime.bigint();
  const done = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return {
    ok: done.status === 0,
    output: `${done.stdout ?? ''}${done.stderr ?? ''}`,
    seconds: since(start),
  };
}

function runProject(project) {
  say(`\n— ${project} —`);
  const file = join(RESULTS, `${project}.json`);
  const workers = ONE_AT_A_TIME.includes(project) ? '1' : '2';
  const jest = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
      ...['--selectProjects', project, '--passWithNoTests', `--maxWorkers=${workers}`],
      ...['--json', `--outputFile=${file}`],
    ],
    // the JSON goes to the file; the readable report of jest is on standard error
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (!existsSync(file)) {
    failed += 1;
    say(`✗ the ${project} tests could not be run (exit code ${jest.status ?? jest.signal})`);
    return;
  }
  const result = JSON.parse(readFileSync(file, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (jest.status !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0)
    failed += 1;
  for (const { assertionResults } of result.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status === 'pending' || status === 'todo') leftOut.push(`${project}: ${fullName}`);
    }
  }
}

function since(start) {
  return (Number(process.hrtime.bigint() - start) / 1e9).toFixed(1);
}

function finish() {
  const strict = Boolean(process.env.CI) && process.env.CI !== 'false';
  if (leftOut.length > 0) {
    say('\nLeft out:');
    for (const what of leftOut) say(`  ${what}`);
    if (strict) {
      failed += 1;
      say('CI is set: leaving something out is a failure.');
    }
  }
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

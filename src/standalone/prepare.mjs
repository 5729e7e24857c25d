import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const OLDEST_NODE = [20, 19];

/** A reason not to go on that the person at the terminal can mend, in one line. */
export class PreparationError extends Error {}

/** Everything between a fresh clone and a runnable product; quick when nothing changed. */
export function prepare(report) {
  requireNode();
  installDependencies(report);
  build(report);
}

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new PreparationError(
    `Amparo needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${version}. Install a current LTS version from https://nodejs.org`,
  );
}

/** Installs exactly what package-lock.json says, unless it is there already. */
export function installDependencies(report) {
  if (dependenciesAreInstalled()) return;
  report('Installing the locked dependencies…');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const flags = ['ci', '--include=dev', '--loglevel=error', '--no-progress'];
  run([...npm, ...flags], 'The dependencies could not be installed (npm ci)');
}

function dependenciesAreInstalled() {
  const hidden = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const { packages: present } = JSON.parse(readFileSync(hidden, 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  );
}

const PARTS = [
  {
    name: 'server',
    inputs: ['src', 'migrations', 'package-lock.json', 'tsconfig.json', '.swcrc', 'nest-cli.json'],
    ignore: (path) =>
      path.startsWith(join('src', 'web')) || /(\.spec\.ts|\.mjs|openapi\.metadata\.ts)$/.test(path),
    outputs: [join('dist', 'src'), join('dist', 'migrations')],
    commands: [
      ['src/openapi/generate-metadata.cjs'],
      ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
    ],
  },
  {
    name: 'web',
    inputs: [join('src', 'web'), 'package-lock.json'],
    ignore: (path) => /\.spec\.tsx?$/.test(path),
    outputs: [join('dist', 'web')],
    commands: [['node_modules/vite/bin/vite.js', 'build', '--config', 'src/web/vite.config.ts']],
  },
];

/** Builds the parts whose sources changed since their last build. */
export function build(report, { force = false } = {}) {
  for (const part of PARTS) {
    const stamp = join(ROOT, 'dist', `.${part.name}.sha256`);
    const hash = hashOf(part);
    if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue;
    report(`Building the ${part.name}…`);
    // What an earlier version built must not stay: a renamed migration would run twice.
    for (const path of [stamp, ...part.outputs.map((output) => join(ROOT, output))]) {
      rmSync(path, { recursive: true, force: true });
    }
    for (const command of part.commands) {
      run([process.execPath, ...command], `The ${part.name} could not be built`);
    }
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  }
}

function hashOf({ inputs, ignore }) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesUnder).sort()) {
    if (ignore(path)) continue;
    const content = createHash('sha256')
      .update(readFileSync(join(ROOT, path)))
      .digest('hex');
    hash.update(`${path} ${content}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const absolute = join(ROOT, path);
  if (path.includes('.')) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** Runs a step, showing what it printed only when it failed. */
function run([program, ...args], failure) {
  const done = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  const reason = /ENOSPC|no space left/i.test(`${done.stdout}${done.stderr}`)
    ? 'the disk is full'
    : (done.error?.message ?? 'the reason is printed above');
  throw new PreparationError(`${failure}: ${reason}`);
}

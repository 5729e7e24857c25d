// The product as it is built, and its processes.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../src/standalone/prepare.mjs';

const require = createRequire(import.meta.url);
require('reflect-metadata');

/** A part of the build, e.g. `product('config')`. */
export const product = (part) => require(join(ROOT, 'dist', 'src', part));

/** Starts a program and waits until `url` answers; `stop` ends it. */
export async function startProcess(file, environment, url) {
  const flags = process.env.BENCH_CPU_PROF
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_CPU_PROF}`]
    : [];
  const child = spawn(process.execPath, [...flags, file], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = `${said}${chunk}`.slice(-4000)));
  const began = performance.now();
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} ended: ${said}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    child,
    readyAfter: performance.now() - began,
    memory: () => memoryOf(child.pid),
    cpu: () => cpuOf(child.pid),
    stop: () => end(child),
  };
}

/** Resident memory of a process, in MB. */
function memoryOf(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** Time that a process has spent on a processor, in ms: what a busy machine cannot falsify. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', resolve);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  });
}

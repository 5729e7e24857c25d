import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../src/standalone/embedded-postgres';

/** A real server on a free port of the loopback interface, with nothing kept on disk. */
export interface TestRedis {
  url: string;
  /** Stops and starts the server on the same port: every key is lost, as after a crash. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Name of the installed server program, or null. */
export function redisProgram(): string | null {
  const names = ['redis-server', 'valkey-server'];
  return names.find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
}

/** `describe` where Redis is installed; elsewhere the block is reported as left out. */
export const describeWithRedis: jest.Describe = redisProgram() ? describe : describe.skip;

export async function startRedis(): Promise<TestRedis> {
  const program = redisProgram();
  if (!program) throw new Error('redis-server is not installed');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'amparo-redis-'));
  let server = await launch(program, port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async () => {
      await end(server);
      server = await launch(program, port, folder);
    },
    stop: async () => {
      await end(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(program: string, port: number, folder: string): Promise<ChildProcess> {
  const flags = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder];
  const memoryOnly = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const server = spawn(program, [...flags, ...memoryOnly], { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', {
    maxRetriesPerRequest: null,
    retryStrategy: () => 50,
  });
  client.on('error', () => undefined);
  await Promise.race([
    client.ping(),
    new Promise((_, reject) => server.once('exit', () => reject(new Error('redis-server ended')))),
  ]).finally(() => client.disconnect());
  return server;
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGKILL');
  });
}

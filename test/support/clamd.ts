import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clamd } from '../../src/modules/documents/scanning/clamd';

/** The harmless string that every scanner knows as a virus, never whole in a source file. */
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR',
  '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');
/** What the test's own signature database calls it. */
export const SIGNATURE = 'Amparo.Test.Eicar';

const PROGRAMS = ['clamd', '/usr/sbin/clamd'];

/** Name of the installed scanner daemon, or null. */
export function clamdProgram(): string | null {
  return PROGRAMS.find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
}

/** `describe` where the scanner is installed; elsewhere the block is reported as left out. */
export const describeWithClamd: jest.Describe = clamdProgram() ? describe : describe.skip;

/** A real scanner on a socket of its own, with one signature. */
export interface TestClamd {
  /** As CLAMD_URL has it. */
  url: string;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again on the same socket. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startClamd(): Promise<TestClamd> {
  const program = clamdProgram();
  if (!program) throw new Error('clamd is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'amparo-clamd-'));
  const socket = join(folder, 'clamd.sock');
  const config = join(folder, 'clamd.conf');
  const hex = Buffer.from(EICAR).toString('hex');
  writeFileSync(join(folder, 'test.ndb'), `${SIGNATURE}:0:*:${hex}\n`);
  writeFileSync(
    config,
    [
      `DatabaseDirectory ${folder}`,
      `LocalSocket ${socket}`,
      `TemporaryDirectory ${folder}`,
      'FixStaleSocket yes',
      'Foreground yes',
      'MaxThreads 2',
      '',
    ].join('\n'),
  );
  let daemon: ChildProcess | null = null;
  const url = `unix://${socket}`;
  const start = async () => {
    daemon = spawn(program, [`--config-file=${config}`], { stdio: 'ignore' });
    const ended = new Promise<never>((_, reject) => {
      daemon!.once('exit', (code) => reject(new Error(`clamd ended with ${code}`)));
    });
    ended.catch(() => undefined);
    const client = new Clamd(url, 5_000);
    const answers = async (): Promise<void> => {
      for (;;) {
        const version = await client.version().catch(() => null);
        if (version?.startsWith('ClamAV')) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await Promise.race([answers(), ended]);
  };
  const kill = async () => {
    const victim = daemon;
    daemon = null;
    if (!victim || victim.exitCode !== null) return;
    const gone = new Promise((resolve) => victim.once('exit', resolve));
    victim.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    ...{ url, kill, start },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Stands between the product and its scanner, and tells when a scan has begun. */
export interface ScannerGate {
  /** As CLAMD_URL has it. */
  url: string;
  /** Called at the first bytes of each scan; while its promise is open, nothing passes. */
  onScan(hold: () => Promise<void>): void;
  close(): Promise<void>;
}

export async function openGate(behind: TestClamd): Promise<ScannerGate> {
  const path = new URL(behind.url).pathname;
  const open = new Set<Socket>();
  let hold: () => Promise<void> = () => Promise.resolve();
  const server = createServer((from) => {
    const to = connect({ path });
    for (const [socket, other] of [
      [from, to],
      [to, from],
    ] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    to.pipe(from);
    from.once('data', (first: Buffer) => {
      from.pause();
      const pass = first.includes('INSTREAM') ? hold() : Promise.resolve();
      void pass.then(() => {
        to.write(first);
        from.pipe(to);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `tcp://127.0.0.1:${port}`,
    onScan: (work) => (hold = work),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

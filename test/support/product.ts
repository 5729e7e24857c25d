import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, stopEmbeddedPostgres } from '../../src/standalone/embedded-postgres';

const ROOT = join(__dirname, '..', '..');
const START = join(ROOT, 'src', 'standalone', 'start.mjs');

/** What a finished command printed and how it ended. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** An installation in a folder of its own, started the way a person starts it. */
export class Product {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'amparo-start-'));
  private readonly started: ChildProcess[] = [];

  private constructor(readonly port: number) {
    // an ordinary user that root starts the server as must be able to pass
    chmodSync(this.dataDir, 0o711);
  }

  static async create(): Promise<Product> {
    return new Product(await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** `npm start`, in a process group of its own as in a terminal. */
  start(env: Record<string, string> = {}, nodeFlags: string[] = []): Running {
    const child = spawn(process.execPath, [...nodeFlags, START], {
      cwd: ROOT,
      detached: true,
      env: this.environment(env),
    });
    this.started.push(child);
    return new Running(child, this.url);
  }

  /** `npm run cli -- …args`. */
  cli(args: string[], env: Record<string, string> = {}): Promise<Finished> {
    const child = spawn(process.execPath, [START, 'cli', ...args], {
      cwd: ROOT,
      env: this.environment(env),
    });
    return new Running(child, this.url).finished;
  }

  /** Processes that belong to this installation, by their command line or their environment. */
  processes(): string[] {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map((pid) => ({
        pid,
        line: read(`/proc/${pid}/cmdline`),
        env: read(`/proc/${pid}/environ`),
      }))
      .filter(({ line, env }) => line.includes(this.dataDir) || env.includes(`=${this.dataDir}\0`))
      .map(({ pid, line }) => `${pid} ${line.replaceAll('\0', ' ')}`);
  }

  /** Ends whatever a failed test left and removes the folder. */
  async discard(): Promise<void> {
    for (const { pid } of this.started) kill(pid);
    await stopEmbeddedPostgres(this.dataDir).catch(() => undefined);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private environment(more: Record<string, string>): NodeJS.ProcessEnv {
    const { PATH, HOME } = process.env;
    return { PATH, HOME, DATA_DIR: this.dataDir, PORT: String(this.port), ...more };
  }
}

/** A process that was started, from its first line to its end. */
export class Running {
  readonly finished: Promise<Finished>;
  stdout = '';
  stderr = '';

  constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.finished = new Promise((resolve) => {
      child.once('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr }));
    });
  }

  /** Waits until it says that it is ready and /health/ready agrees. */
  async ready(): Promise<void> {
    let ended: Finished | null = null;
    void this.finished.then((result) => (ended = result));
    while (!this.stdout.includes('Ctrl-C')) {
      if (ended) throw new Error(`it ended: ${JSON.stringify(ended)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { status } = await fetch(`${this.url}/health/ready`);
    if (status !== 200) throw new Error(`/health/ready answers ${status}`);
  }

  /** Ctrl-C: the signal reaches the whole process group. */
  async interrupt(signal: NodeJS.Signals = 'SIGINT'): Promise<Finished> {
    process.kill(-this.child.pid!, signal);
    return this.finished;
  }

  /** A crash: the whole group at once, with no chance to tidy up. */
  async crash(): Promise<void> {
    process.kill(-this.child.pid!, 'SIGKILL');
    await this.finished;
  }
}

function kill(pid: number | undefined): void {
  try {
    process.kill(-pid!, 'SIGKILL');
  } catch {
    // it is gone already
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

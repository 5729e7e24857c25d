import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Product, type Finished } from '../support/product';

/** Building may come first, when the sources changed since the last build. */
jest.setTimeout(180_000);

const OLD_NODE = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.10.0'})`;

/** The lines a person reads on standard error, without those of a build that came first. */
const linesOf = ({ stderr }: Finished): string[] =>
  stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Building'));

describe('starting and stopping the product', () => {
  let product: Product;
  beforeEach(async () => {
    product = await Product.create();
  });
  afterEach(() => product.discard());

  /** Exactly one line that says `what`, a failing exit code, and nothing left running. */
  const expectOneLine = (result: Finished, what: RegExp): void => {
    expect(linesOf(result)).toEqual([expect.stringMatching(what)]);
    expect(result.code).toBe(1);
    expect(product.processes()).toEqual([]);
  };

  it('keeps its data, and leaves no process after Ctrl-C or a terminate signal', async () => {
    const first = product.start();
    await first.ready();
    expect(first.stdout).toMatch(/oficial\.mad/);
    const password = /Password of all: +(\S+)/.exec(first.stdout)![1]!;
    const signIn = () =>
      fetch(`${product.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Amparo': '1' },
        body: JSON.stringify({ username: 'oficial.mad', password }),
      });
    expect((await signIn()).status).toBe(201);
    const created = await product.cli([
      ...['account', 'create', '--username', 'rosa.quispe', '--name', 'Rosa Quispe'],
      ...['--email', 'rosa@example.test', '--role', 'officer', '--post', 'MAD'],
    ]);
    expect(JSON.parse(created.stdout)).toMatchObject({ username: 'rosa.quispe' });
    expect((await first.interrupt()).code).toBe(0);
    expect(product.processes()).toEqual([]);

    const second = product.start();
    await second.ready();
    expect(second.stdout).not.toMatch(/Migrated|Loading/);
    expect((await signIn()).status).toBe(201);
    const again = await product.cli([
      ...['account', 'create', '--username', 'rosa.quispe', '--name', 'Otra'],
      ...['--email', 'otra@example.test'],
    ]);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect((await second.interrupt('SIGTERM')).code).toBe(0);
    expect(product.processes()).toEqual([]);
  });

  it('stops cleanly when told to in the middle of starting', async () => {
    const running = product.start();
    while (!running.stdout.includes('Migrated')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await running.interrupt()).code).toBe(0);
    expect(product.processes()).toEqual([]);
  });

  it('takes over the database that a crash left running', async () => {
    const crashed = product.start();
    await crashed.ready();
    await crashed.crash();
    expect(product.processes()).toEqual([expect.stringContaining('postgres')]);

    const next = product.start();
    await next.ready();
    await next.interrupt();
    expect(product.processes()).toEqual([]);
  });

  it('starts a worker again that died', async () => {
    const running = product.start();
    await running.ready();
    const worker = () => product.processes().find((line) => line.includes('main.worker'));
    const first = Number(worker()!.split(' ')[0]);
    process.kill(first, 'SIGKILL');
    while (!worker() || Number(worker()!.split(' ')[0]) === first) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(running.stderr).toMatch(/The worker ended \(killed\); starting it again/);
    await running.interrupt();
    expect(product.processes()).toEqual([]);
  });

  it('refuses a second start on the same folder and leaves the first alone', async () => {
    const first = product.start();
    await first.ready();
    const second = await product.start({ PORT: '0' }).finished;
    expect(linesOf(second)).toEqual([expect.stringMatching(/already runs on .+ \(process \d+\)/)]);
    expect(second.code).toBe(1);
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200);
    await first.interrupt();
  });

  it('names a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(product.port, '127.0.0.1', resolve));
    expectOneLine(
      await product.start().finished,
      new RegExp(`^Port ${product.port} is taken by another program`),
    );
    other.close();
  });

  it('names a variable that is wrong', async () => {
    expectOneLine(await product.start({ PORT: 'tres mil' }).finished, /^PORT is not valid/);
    expectOneLine(await product.start({ REDIS_URL: 'localhost' }).finished, /^REDIS_URL is not/);
  });

  it('refuses to load the demonstration in production', async () => {
    const result = await product.start({ NODE_ENV: 'production' }).finished;
    expectOneLine(result, /production refuses/);
  });

  it('names a version of Node that is too old', async () => {
    const result = await product.start({}, ['--import', OLD_NODE]).finished;
    expectOneLine(result, /^Amparo needs Node\.js 20\.19 or newer; this is 20\.10\.0/);
  });

  it('explains a damaged data folder and touches nothing in it', async () => {
    const cluster = join(product.dataDir, 'postgres');
    mkdirSync(cluster);
    writeFileSync(join(cluster, 'something'), 'of value');
    expectOneLine(await product.start().finished, /data folder .+ is damaged/);
    expect(readFileSync(join(cluster, 'something'), 'utf8')).toBe('of value');
  });

  it('explains a cluster that lost a part', async () => {
    const running = product.start();
    await running.ready();
    await running.interrupt();
    rmSync(join(product.dataDir, 'postgres', 'global', 'pg_control'));
    expectOneLine(await product.start().finished, /data folder .+ is damaged/);
    rmSync(join(product.dataDir, 'secrets.json'));
    expectOneLine(await product.start().finished, /data folder .+ is damaged/);
  });

  const small = '/tmp/amparo-full-disk';
  const mount = () =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0711', 'tmpfs', small]).status === 0;
  mkdirSync(small, { recursive: true });
  const canMount = mount() && spawnSync('umount', [small]).status === 0;

  (canMount ? it : it.skip)('names a disk that is full (needs the right to mount)', async () => {
    mount();
    try {
      expectOneLine(
        await product.start({ DATA_DIR: join(small, 'data') }).finished,
        /^The disk that holds .+ is full/,
      );
    } finally {
      spawnSync('umount', [small]);
    }
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Product } from '../support/product';

/** Building may come first, when the sources changed since the last build. */
jest.setTimeout(180_000);

const STARTER = 'src/modules/network/starter';

describe('commands without a running product', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.create();
  });
  afterAll(() => product.discard());

  it('migrates a new database that it starts and stops itself; only the answer is printed', async () => {
    const first = await product.cli(['migrate']);
    expect(first.stdout).toMatch(/^(\w+\d{13}\n)+$/);
    expect(first.code).toBe(0);
    expect(product.processes()).toEqual([]);
    expect(await product.cli(['migrate'])).toMatchObject({ code: 0, stdout: '' });
  });

  it('imports the network, and the same files again change nothing', async () => {
    const files = [`${STARTER}/posts.csv`, `${STARTER}/jurisdictions.csv`];
    const first = await product.cli(['network', 'import', ...files]);
    expect(JSON.parse(first.stdout)).toMatchObject({ updated: 0, unchanged: 0 });
    const again = await product.cli(['network', 'import', ...files]);
    expect(JSON.parse(again.stdout)).toMatchObject({ created: 0, updated: 0 });
  });

  it('names file and line of what it refuses, in the language of the terminal', async () => {
    const wrong = join(product.dataDir, 'wrong.csv');
    writeFileSync(wrong, 'code,kind\nMAD,castle\n');
    const refused = await product.cli(
      ['network', 'import', wrong, `${STARTER}/jurisdictions.csv`],
      { LANG: 'en_GB.UTF-8' },
    );
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/Nothing was imported[\s\S]*wrong\.csv:1/);
  });

  it('creates an account and a token, each printed once and alone', async () => {
    const account = await product.cli([
      ...['account', 'create', '--username', 'robot', '--name', 'Robot'],
      ...['--email', 'robot@example.test', '--role', 'hq_analyst'],
    ]);
    expect(JSON.parse(account.stdout)).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      username: 'robot',
      password: expect.stringMatching(/^[\w-]{20}$/),
    });
    const scope = ['--scope', 'case.read,person.read', '--days', '30'];
    const token = await product.cli(['token', 'create', '--account', 'robot', ...scope]);
    expect(token).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[\w-]{43}\n$/) });
    const unknown = await product.cli(['token', 'create', '--account', 'nadie', ...scope]);
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
  });

  it('proves every invariant, one JSON line each', async () => {
    const { code, stdout } = await product.cli(['verify']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(line).toEqual({ invariant: expect.any(String), violations: 0 });
    }
    expect(code).toBe(0);
  });

  it('explains a command it does not know', async () => {
    const result = await product.cli(['bogus']);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(/unknown command 'bogus'/);
    expect(product.processes()).toEqual([]);
  });
});

// Product and yardstick in turns, so that a busy minute of the machine meets both.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/standalone/prepare.mjs';
import { measure } from './measure.mjs';
import { product, startProcess } from './product.mjs';
import { recordStatements } from './recorder.mjs';

const WARM_UP = 1;

/** The API as it is built, on a free port. */
export async function startApi(environment) {
  const port = await product('standalone/embedded-postgres').freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startProcess(
    join(ROOT, 'dist', 'src', 'main.api.js'),
    { ...environment, PORT: `${port}` },
    `${url}/health/ready`,
  );
  return { url, server };
}

/**
 * Each operation by so many users, through the product and by the bare handler that sends the same
 * statements, recorded of `samples` requests.
 */
export async function measureBeside({ url, server, environment, folder, report }, operations, how) {
  const { users, seconds, samples } = how;
  const recorded = await recordStatements(environment, operations, samples);
  const statements = join(folder, `statements-${Date.now()}.json`);
  writeFileSync(statements, JSON.stringify(recorded));
  const port = await product('standalone/embedded-postgres').freePort();
  const bareUrl = `http://127.0.0.1:${port}`;
  const bare = await startProcess(
    join(ROOT, 'test', 'bench', 'yardstick.mjs'),
    { ...environment, PORT: `${port}`, STATEMENTS: statements },
    `${bareUrl}/ready`,
  );
  try {
    const rows = [];
    for (const { name, request } of operations) {
      const path = `/${name.replaceAll(' ', '-')}`;
      const sides = {
        product: { url, server, request },
        yardstick: { url: bareUrl, server: bare, request: () => ({ ...request(), path }) },
      };
      for (const n of users) {
        const row = { operation: name, users: n, statements: recorded[name][0].statements.length };
        for (const [side, target] of Object.entries(sides)) {
          await measure({ ...target, users: n, seconds: WARM_UP });
          row[side] = await measure({ ...target, users: n, seconds });
        }
        row.ratio = row.product.perSecond / row.yardstick.perSecond;
        report(
          `${name}, ${n}: ${row.product.perSecond.toFixed(0)}/s, p95 ${row.product.p95} ms, beside ${row.yardstick.perSecond.toFixed(0)}/s`,
        );
        rows.push(row);
      }
    }
    return rows;
  } finally {
    await bare.stop();
  }
}

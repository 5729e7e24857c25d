// What the processes cost while nobody asks anything of them.
import { join } from 'node:path';
import { ROOT } from '../../src/standalone/prepare.mjs';
import { product, startProcess } from './product.mjs';

const REST = 12_000;
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export async function measureResources({ environment, owner }, report) {
  const { freePort } = product('standalone/embedded-postgres');
  const start = async (kind) => {
    const port = await freePort();
    return startProcess(
      join(ROOT, 'dist', 'src', `main.${kind}.js`),
      { ...environment, PORT: `${port}` },
      `http://127.0.0.1:${port}/health/ready`,
    );
  };
  report('Starting the API three times…');
  const times = [];
  let api = null;
  for (let i = 0; i < 3; i += 1) {
    await api?.stop();
    api = await start('api');
    times.push(api.readyAfter);
  }
  const worker = await start('worker');
  try {
    report('Letting API and worker rest…');
    await rest(REST);
    const { rows } = await owner.query(`
      SELECT (SELECT count(*) FROM pg_stat_activity
               WHERE usename = 'amparo_runtime' AND datname = current_database())::int AS connections,
             (SELECT count(*) FROM posts WHERE state = 'open')::int AS posts`);
    return {
      apiReadyAfter: median(times),
      apiMemory: api.memory(),
      workerReadyAfter: worker.readyAfter,
      workerMemory: worker.memory(),
      idleConnections: rows[0].connections,
      posts: rows[0].posts,
    };
  } finally {
    await worker.stop();
    await api.stop();
  }
}

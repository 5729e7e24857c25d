// Reassigning thousands of cases of one post while its queue page is read by eight users.
import { join } from 'node:path';
import { ROOT } from '../../src/standalone/prepare.mjs';
import { measure } from './measure.mjs';
import { openSession } from './operations.mjs';
import { product, startProcess } from './product.mjs';

const USERS = 8;

/** @returns rows, seconds, and the queue page's latencies (ms) before and during the work */
export async function measureBulk({ owner, environment }, rows, report) {
  const { freePort } = product('standalone/embedded-postgres');
  const [port, health] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const start = (file, at) =>
    startProcess(
      join(ROOT, 'dist', 'src', file),
      { ...environment, PORT: `${at}` },
      `http://127.0.0.1:${at}/health/live`,
    );
  const api = await start('main.api.js', port);
  const worker = await start('main.worker.js', health);
  try {
    const head = await openSession(owner, 'jefe.mad');
    const { rows: found } = await owner.query(
      `SELECT c.id, c.post_id AS post FROM cases c JOIN posts p ON p.id = c.post_id
        WHERE p.code = 'MAD' AND c.closed_at IS NULL ORDER BY c.id LIMIT $1`,
      [rows],
    );
    const { rows: officers } = await owner.query(
      `SELECT DISTINCT r.account_id AS id FROM staff_roles r JOIN posts p ON p.id = r.post_id
        WHERE p.code = 'MAD' AND r.role = 'officer' AND r.valid_until IS NULL`,
    );
    const page = {
      url,
      users: USERS,
      server: api,
      request: () => ({
        method: 'GET',
        path: `/api/v1/cases?post=${found[0].post}&view=all&limit=50`,
        headers: head,
      }),
    };
    const before = await measure({ ...page, seconds: 3 });
    const headers = { ...head, 'content-type': 'application/json' };
    const began = performance.now();
    const asked = await fetch(`${url}/api/v1/bulk-operations`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        action: 'assign',
        accountId: officers[0].id,
        selection: { ids: found.map(({ id }) => id) },
      }),
    });
    const operation = await asked.json();
    if (asked.status !== 202) throw new Error(JSON.stringify(operation));
    const during = measure({ ...page, seconds: 5 });
    let seen = operation;
    while (!['done', 'failed', 'cancelled'].includes(seen.state)) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      seen = await (await fetch(`${url}/api/v1/operations/${operation.id}`, { headers })).json();
    }
    const seconds = (performance.now() - began) / 1000;
    report(`${seen.total} cases in ${seconds.toFixed(1)} s`);
    return {
      rows: seen.total,
      changed: seen.done,
      seconds,
      before: { p50: before.p50, p95: before.p95 },
      during: await during.then(({ p50, p95 }) => ({ p50, p95 })),
    };
  } finally {
    await worker.stop();
    await api.stop();
  }
}

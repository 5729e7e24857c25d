// What sealing costs: opening a sealed case beside opening an ordinary one, and the list of a member.
import { join } from 'node:path';
import { ROOT } from '../../src/standalone/prepare.mjs';
import { measure } from './measure.mjs';
import { openSession } from './operations.mjs';
import { product, startProcess } from './product.mjs';

/** Sealed cases of one member. */
const CASES = 200;
const READER = 'jefe.mad';
const pick = (items) => items[Math.floor(Math.random() * items.length)];

/** @returns latencies in ms of each reading, by users */
export async function measureSealed({ owner, environment }, { users, seconds }, report) {
  const { freePort } = product('standalone/embedded-postgres');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = await startProcess(
    join(ROOT, 'dist', 'src', 'main.api.js'),
    { ...environment, PORT: `${port}` },
    `${url}/health/ready`,
  );
  try {
    // opened by an officer and read by the head of the post, who is in the circle of each
    const officer = await openSession(owner, 'oficial.mad');
    const headers = await openSession(owner, READER);
    const { rows: posts } = await owner.query(`SELECT id FROM posts WHERE code = 'MAD'`);
    const sealed = await sealedCases({ url, headers: officer, owner, postId: posts[0].id }, report);
    const { rows: ordinary } = await owner.query(
      `SELECT id FROM cases WHERE post_id = $1 AND tier = 'standard' AND closed_at IS NULL ORDER BY id DESC LIMIT 2000`,
      [posts[0].id],
    );
    const get = (path) => () => ({ method: 'GET', path: `/api/v1${path()}`, headers });
    const readings = {
      'an ordinary case': get(() => `/cases/${pick(ordinary).id}`),
      'a sealed case': get(() => `/cases/${pick(sealed)}`),
      [`a list of ${CASES} sealed cases`]: get(() => `/cases?view=sealed&limit=${CASES}`),
    };
    const measured = [];
    for (const [reading, request] of Object.entries(readings)) {
      for (const n of users) {
        const target = { url, request, server: api, users: n };
        await measure({ ...target, seconds: 1 });
        const row = { reading, users: n, ...(await measure({ ...target, seconds })) };
        report(`${reading}, ${n}: p50 ${row.p50.toFixed(1)} ms, p95 ${row.p95.toFixed(1)} ms`);
        measured.push(row);
      }
    }
    return measured;
  } finally {
    await api.stop();
  }
}

/** Opens what is missing, as the officer does. */
async function sealedCases({ url, headers, owner, postId }, report) {
  const { rows: open } = await owner.query(
    `SELECT c.id FROM cases c JOIN case_members m ON m.case_id = c.id JOIN accounts a ON a.id = m.account_id
      WHERE c.tier = 'sealed' AND c.closed_at IS NULL AND a.username = $2 LIMIT $1`,
    [CASES, READER],
  );
  const ids = open.map(({ id }) => id);
  if (ids.length < CASES) report(`${CASES - ids.length} sealed cases…`);
  while (ids.length < CASES) {
    const answer = await fetch(`${url}/api/v1/violence-cases`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        postId,
        type: 'intimate_partner_violence',
        person: { givenNames: 'Persona', firstSurname: `Inventada ${ids.length}`, sex: 0 },
        intakeChannel: 'relative',
        country: 'ES',
        place: 'Calle inventada 12',
        story: 'Relato contado una sola vez. '.repeat(20),
      }),
    });
    const body = await answer.json();
    if (answer.status !== 201) throw new Error(JSON.stringify(body));
    ids.push(body.id);
  }
  return ids;
}

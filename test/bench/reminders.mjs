// Reminders that fall due in the same minute, through the queues of 220 posts, on each backend of
// BullMQ; beside a bare BullMQ that writes the same three rows for each job.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { ROOT } from '../../src/standalone/prepare.mjs';
import { product, startProcess } from './product.mjs';

const POSTS = 220;
const FILLED = 'bench_reminders';
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function measureReminders({ postgres, environment }, count, report) {
  const superuser = new pg.Client({ connectionString: postgres.superuserUrl });
  await superuser.connect();
  await superuser.query(`DROP DATABASE IF EXISTS ${FILLED} WITH (FORCE)`);
  const filled = await postgres.createDatabase(FILLED);
  const names = ['unaccent', 'fuzzystrmatch', 'pg_trgm', 'btree_gist'];
  const inside = new pg.Client({
    connectionString: postgres.superuserUrl.replace(/\/postgres$/, `/${FILLED}`),
  });
  await inside.connect();
  for (const name of names) await inside.query(`CREATE EXTENSION IF NOT EXISTS ${name}`);
  await inside.end();
  await product('platform/database/migrate').migrate(filled.ownerUrl);
  await fill(filled.ownerUrl, count);

  const rows = [];
  for (const backend of ['PostgreSQL', 'Redis']) {
    const redis = backend === 'Redis' ? await startRedis() : null;
    if (backend === 'Redis' && !redis) {
      report('No Redis server is installed: its backend is left out.');
      continue;
    }
    const row = { backend, queues: POSTS };
    for (const side of ['product', 'bare']) {
      const name = `${FILLED}_${side}`;
      await superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      const database = await postgres.createDatabase(name, FILLED);
      await redis?.flush();
      report(`${count} reminders, ${backend}, ${side}…`);
      const run = side === 'product' ? runProduct : runBare;
      row[side] = await run({ ...environment, ...urlsOf(database, redis) }, database, count);
      await superuser.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
    await redis?.stop();
    rows.push(row);
  }
  await superuser.query(`DROP DATABASE ${FILLED} WITH (FORCE)`);
  await superuser.end();
  return rows;
}

const urlsOf = ({ appUrl, ownerUrl }, redis) => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  ...(redis ? { REDIS_URL: redis.url } : {}),
});

/** An officer at each post, and as many open duties with one reminder each as asked. */
async function fill(ownerUrl, count) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`
    INSERT INTO posts (id, code, kind, name_es, city, country, time_zone, latitude, longitude, currency, languages, source)
    SELECT uuidv7(), 'B' || lpad(n::text, 3, '0'), 'consulate_general', 'Oficina ' || n, 'Ciudad ' || n, 'ES',
           'Europe/Madrid', 0, 0, 'EUR', '{es}', 'bench' FROM generate_series(1, ${POSTS}) n;
    INSERT INTO accounts (id, username, display_name, email, totp_required)
    SELECT uuidv7(), 'o.' || lower(code), 'Oficial ' || code, lower(code) || '@demo.invalid', false
      FROM posts WHERE code LIKE 'B%';
    INSERT INTO staff_roles (id, account_id, role, post_id, valid_from, reason)
    SELECT uuidv7(), a.id, 'officer', p.id, '2020-01-01Z', 'bench'
      FROM posts p JOIN accounts a ON a.username = 'o.' || lower(p.code);
    INSERT INTO cases (id, post_id, family, type, tier, status, intake_channel, occurred_at, country, assignee_id, reference)
    SELECT uuidv7(), p.id, 'detention', 'criminal_detention', 'standard', 'active', 'relative', now(), 'ES', r.account_id,
           p.code || '-2026-' || lpad(n::text, 6, '0')
      FROM generate_series(1, ${count}) n
      JOIN posts p ON p.code = 'B' || lpad((1 + n % ${POSTS})::text, 3, '0') JOIN staff_roles r ON r.post_id = p.id;
    INSERT INTO obligations (id, case_id, post_id, tier, kind, anchor, starts_at, due_at, status, policy_version)
    SELECT uuidv7(), id, post_id, 'standard', 'first_visit', 'notice', now() - interval '23 hours',
           now() + interval '25 hours', 'open', 1 FROM cases;
    INSERT INTO reminders (id, obligation_id, case_id, tier, rung, due_at, recipient, send_at)
    SELECT uuidv7(), id, case_id, 'standard', 'officer_at_half', due_at, 'officer', 'infinity' FROM obligations;
    ANALYZE;`);
  await owner.end();
}

/** The reminders fall due while the worker is up; the clock runs from the first sent to the last. */
async function runProduct(environment, database, count) {
  const mails = await catchMails();
  const port = await product('standalone/embedded-postgres').freePort();
  const worker = await startProcess(
    join(ROOT, 'dist', 'src', 'main.worker.js'),
    { ...environment, SMTP_URL: mails.url, PORT: `${port}` },
    `http://127.0.0.1:${port}/health/live`,
  );
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query('UPDATE reminders SET send_at = date_trunc($1, now())', ['minute']);
    const began = performance.now();
    const sent = await untilAll(
      owner,
      count,
      `SELECT count(*)::int AS n FROM reminders WHERE state = 'sent'`,
    );
    const seconds = (performance.now() - began) / 1000;
    const twice = await owner.query(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM notices GROUP BY reminder_id, account_id HAVING count(*) > 1) t`,
    );
    return {
      perSecond: sent / seconds,
      seconds,
      sent,
      twice: twice.rows[0].n,
      memory: worker.memory(),
    };
  } finally {
    await owner.end();
    await worker.stop();
    await mails.stop();
  }
}

async function untilAll(owner, count, sql) {
  for (const deadline = Date.now() + 600_000; ;) {
    const { rows } = await owner.query(sql);
    if (rows[0].n >= count || Date.now() > deadline) return rows[0].n;
    await rest(100);
  }
}

async function runBare(environment, database, count) {
  const child = spawn(process.execPath, [join(ROOT, 'test', 'bench', 'bare-queues.mjs')], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { seconds, done } = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the bare queues ended')));
  });
  child.kill('SIGKILL');
  return { perSecond: count / seconds, seconds, sent: done };
}

/** Takes every mail and forgets it. */
async function catchMails() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', done);
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function startRedis() {
  const program = ['redis-server', 'valkey-server'].find(
    (name) => spawnSync(name, ['--version']).status === 0,
  );
  if (!program) return null;
  const { Redis } = await import('ioredis');
  const port = await product('standalone/embedded-postgres').freePort();
  const folder = mkdtempSync(join(tmpdir(), 'amparo-bench-redis-'));
  const flags = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder];
  const server = spawn(program, [...flags, '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  const client = new Redis(port, '127.0.0.1', {
    retryStrategy: () => 50,
    maxRetriesPerRequest: null,
  });
  client.on('error', () => undefined);
  await client.ping();
  return {
    url: `redis://127.0.0.1:${port}`,
    flush: () => client.flushall(),
    stop: async () => {
      client.disconnect();
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

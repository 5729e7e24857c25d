// Bare BullMQ: a queue and a worker for each post, one job for each reminder, and in each job the
// same three writes that a sent reminder leaves behind. Says how long all of them took.
import { createPostgresBackend, createRedisBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { v7 as newId } from 'uuid';

const { DATABASE_URL, REDIS_URL } = process.env;
const redis = new URL(REDIS_URL ?? 'redis://127.0.0.1');
const connection = REDIS_URL
  ? { host: redis.hostname, port: Number(redis.port), maxRetriesPerRequest: null }
  : { connectionString: DATABASE_URL, schema: 'bullmq', max: 2 };
const backend = REDIS_URL ? createRedisBackend : createPostgresBackend;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

const SENT = `UPDATE reminders SET state = 'sent', sent_at = now() WHERE id = $1 AND state = 'planned'`;
const NOTICE = `INSERT INTO notices (id, account_id, kind, case_id, reminder_id, data, key, digestible, created_at)
                VALUES ($1, $2, 'duty_due', $3, $4, '{}', $5, true, now())`;
const MAIL = `INSERT INTO mails (id, account_id, post_id, digest, send_at) VALUES ($1, $2, $3, false, now())`;

async function send({ data }) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query({ name: 'actor', text: 'SELECT app.act_as_system()' });
    const { rowCount } = await client.query({ name: 'sent', text: SENT, values: [data.id] });
    if (rowCount === 1) {
      const notice = [newId(), data.account, data.case, data.id, `reminder:${data.id}`];
      await client.query({ name: 'notice', text: NOTICE, values: notice });
      await client.query({ name: 'mail', text: MAIL, values: [newId(), data.account, data.post] });
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function reminders() {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('SELECT app.act_as_system()');
  const { rows } = await client.query(
    `SELECT r.id, r.case_id AS "case", c.post_id AS post, c.assignee_id AS account
       FROM reminders r JOIN cases c ON c.id = r.case_id`,
  );
  await client.query('COMMIT');
  client.release();
  return Map.groupBy ? Map.groupBy(rows, ({ post }) => post) : groupByPost(rows);
}

function groupByPost(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.post, [...(groups.get(row.post) ?? []), row]);
  return groups;
}

const byPost = await reminders();
const total = [...byPost.values()].reduce((sum, rows) => sum + rows.length, 0);
let done = 0;
let began = 0;
const queues = new Map();
for (const post of byPost.keys()) {
  const options = { connection };
  queues.set(post, new Queue(post, options, backend));
  const worker = new Worker(post, send, { ...options, concurrency: 4 }, backend);
  worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
  worker.on('completed', () => {
    done += 1;
    if (done === total) process.send({ done, seconds: (performance.now() - began) / 1000 });
  });
  await worker.waitUntilReady();
}
began = performance.now();
for (const [post, rows] of byPost) {
  await queues
    .get(post)
    .addBulk(rows.map((data) => ({ name: 'reminder', data, opts: { removeOnComplete: true } })));
}

// The bare handler that the product is measured against: Fastify and pg, the statements of the
// product inside BEGIN, the actor and COMMIT, as the application role with policies in force; no
// authentication, no validation, no audit. Started by the bench with the recorded statements.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';
import { v7 as newId } from 'uuid';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const recorded = JSON.parse(readFileSync(process.env.STATEMENTS, 'utf8'));
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL ?? 10),
});

/** When an id was drawn: what is younger than the request was made by it and must be new each time. */
const drawnAt = (id) => parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** A statement without a name gets one, as a bare handler would name it. */
const nameOf = ({ name, text }) => name ?? createHash('md5').update(text).digest('hex');

const plans = Object.fromEntries(
  Object.entries(recorded).map(([operation, samples]) => [
    operation,
    samples.map(({ since, statements }) => {
      const values = JSON.stringify(statements.map((s) => s.values));
      const fresh = [...new Set(values.match(UUID) ?? [])].filter((id) => drawnAt(id) >= since);
      return { statements, values, parsed: JSON.parse(values), fresh };
    }),
  ]),
);

/** The values of one run, with ids of its own wherever the recorded request drew new ones. */
function valuesFor({ values, parsed, fresh }) {
  if (fresh.length === 0) return parsed;
  const ids = new Map(fresh.map((id) => [id, newId()]));
  return JSON.parse(values.replace(UUID, (id) => ids.get(id) ?? id));
}

async function run(operation) {
  const samples = plans[operation];
  const plan = samples[Math.floor(Math.random() * samples.length)];
  const values = valuesFor(plan);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const answers = [];
    const numbers = new Map();
    for (const [i, statement] of plan.statements.entries()) {
      const { rows } = await client.query({
        name: nameOf(statement),
        text: statement.text,
        values: values[i].map((value) => numbers.get(value) ?? value),
      });
      if (statement.number) numbers.set(statement.number, rows[0].number);
      answers.push(rows);
    }
    await client.query('COMMIT');
    return answers;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const server = Fastify({ logger: false });
server.get('/ready', async () => ({ ready: true }));
for (const operation of Object.keys(plans)) {
  server.all(`/${operation.replaceAll(' ', '-')}`, () => run(operation));
}
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));

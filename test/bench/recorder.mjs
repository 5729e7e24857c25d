// Runs the product in this process and notes which statements each operation sends, so that the
// yardstick sends the same ones.
import pg from 'pg';
import { product } from './product.mjs';

/** Not part of what the yardstick does: it neither authenticates nor audits. */
const LEFT_OUT = /^(audit\.|access\.)/;
const BRACKET = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK)/i;
const ACTOR = /\bapp\.act_as\b/;

/** For each operation, the statements of `samples` requests that succeeded. */
export async function recordStatements(environment, operations, samples) {
  const tap = tapDriver();
  const { AppConfig } = product('config');
  const { createLogger } = product('platform/http/logger');
  const config = AppConfig.parse({ ...environment, PORT: '0' });
  const app = await product('api.module').createApi(config, { logger: createLogger('silent') });
  const recorded = {};
  try {
    await app.listen(0, '127.0.0.1');
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    for (const { name, request } of operations) {
      recorded[name] = [];
      for (let i = 0; i < samples; i += 1) {
        const { path, ...init } = request();
        const since = Date.now();
        tap.clear();
        const answer = await fetch(url + path, init);
        if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
        await answer.text();
        recorded[name].push({ since, statements: tap.lastTransactionOf(ACTOR) });
      }
    }
  } finally {
    await app.close();
    tap.end();
  }
  return recorded;
}

function tapDriver() {
  const original = pg.Client.prototype.query;
  let sent = [];
  const note = (client, { name, text, values }) => {
    const entry = { client, name, text, values: values ?? [] };
    sent.push(entry);
    // a number taken by one statement is written by the next
    return (result) => (entry.number = result?.rows?.[0]?.number);
  };
  pg.Client.prototype.query = function query(...args) {
    const [config, values] = args;
    for (const part of config?.queries ?? []) {
      const { callback } = part;
      const answered = note(this, part);
      part.callback = (error, result) => {
        answered(result);
        callback(error, result);
      };
    }
    if (config?.queries) return original.apply(this, args);
    const statement = typeof config === 'string' ? { text: config, values } : config;
    if (!statement?.text) return original.apply(this, args);
    const answered = note(this, statement);
    const answer = original.apply(this, args);
    answer?.then?.(answered, () => undefined);
    return answer;
  };
  return {
    clear: () => (sent = []),
    end: () => (pg.Client.prototype.query = original),
    /** What the connection sent whose transaction said `marker` last. */
    lastTransactionOf: (marker) => {
      const { client } = sent.findLast(
        ({ text, values }) => marker.test(text) && values.length > 0,
      );
      return sent
        .filter((s) => s.client === client && !BRACKET.test(s.text) && !LEFT_OUT.test(s.name ?? ''))
        .map(({ name, text, values, number }) => ({ name, text, values, number }));
    },
  };
}

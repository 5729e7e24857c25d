// Aid as posts give it, many times over, with its movements of money: set-based, without the triggers,
// and with the balances that the triggers would have kept.
import pg from 'pg';

/** Fiscal years, the last one this year's: the volume of a year is then the real one and a half. */
const YEARS = 5;
/** Movements of an aid that was rendered, two entries each. */
const ENTRIES_OF_AN_AID = 8;

/** What happened: one row for each aid, given on a day of its year and rendered a month later. */
const AIDS = `
  CREATE TEMP TABLE aids ON COMMIT DROP AS
  WITH files AS (SELECT c.id, c.post_id, p.code, row_number() OVER (ORDER BY c.id) - 1 AS n
                   FROM cases c JOIN posts p ON p.id = c.post_id WHERE c.closed_at IS NOT NULL AND c.tier <> 'sealed'),
       size AS (SELECT count(*) AS n FROM files),
       drawn AS (SELECT i, extract(year FROM now())::int - (i % ${YEARS})::int AS year, (i * 7919) % 104729 AS chance
                   FROM generate_series(1, $1::bigint) i),
       dated AS (SELECT d.*, make_date(year, 1, 1) + (chance % CASE year WHEN extract(year FROM now())
                   THEN greatest(extract(doy FROM now())::int - 1, 1) ELSE 360 END)::int AS day FROM drawn d)
  SELECT gen_random_uuid() AS id, f.id AS case_id, f.post_id, f.code || '-' || d.year || '-AYU-B' || lpad((d.i + $2)::text, 7, '0') AS number,
         d.year, d.day, d.day + time '15:00' + make_interval(secs => d.i % 20000) AS at, d.chance % 20 = 0 AS subvention,
         (ARRAY['food', 'lodging', 'medicine', 'hygiene_kit', 'local_transport', 'legal_orientation', 'ticket'])[1 + d.chance % 7] AS line,
         (20 + d.chance % 80)::numeric(18,2) AS amount, d.day < current_date - 45 AND d.chance % 50 > 0 AS rendered
    FROM dated d CROSS JOIN size s JOIN files f ON f.n = d.i % s.n`;
const REQUESTS = `
  INSERT INTO aid_requests (id, case_id, post_id, number, kind, state, stage_since, programme, line, year, amount, currency, pen,
         rate_id, proof, proposed_by, endorsed_by, approved_by, accounted_by, resolution_number, resolution_on, paid_on, paid_pen,
         recorded_at)
  SELECT a.id, a.case_id, a.post_id, a.number, CASE WHEN subvention THEN 'request' ELSE 'attention' END,
         CASE WHEN NOT rendered THEN CASE WHEN subvention THEN 'paid' ELSE 'recorded' END WHEN subvention THEN 'settled' ELSE 'rendered' END,
         at, CASE WHEN subvention THEN 'pah' ELSE 'palh' END, a.line, a.year, a.amount, 'EUR', a.amount * 4, r.eur, 'none',
         o.officer, CASE WHEN rendered THEN o.head END, CASE WHEN rendered OR subvention THEN o.head END,
         CASE WHEN rendered THEN o.accountant END, CASE WHEN subvention THEN 'RM 0001' END, CASE WHEN subvention THEN a.day END,
         a.day, a.amount * 4, at
    FROM aids a CROSS JOIN rates r CROSS JOIN (SELECT
         (SELECT id FROM accounts WHERE username = 'oficial.mad') AS officer, (SELECT id FROM accounts WHERE username = 'jefe.mad') AS head,
         (SELECT id FROM accounts WHERE username = 'contabilidad') AS accountant) o`;
const RATES = `
  CREATE TEMP TABLE rates ON COMMIT DROP AS
  WITH made AS (INSERT INTO exchange_rates (id, currency, day, pen, usd, source, used_at)
                SELECT gen_random_uuid(), c.code, current_date, c.pen, c.usd, 'Banco', now()
                  FROM (VALUES ('PEN', 1, 0.27), ('EUR', 4, 1.08)) c(code, pen, usd)
                ON CONFLICT (currency, day) DO UPDATE SET used_at = coalesce(exchange_rates.used_at, now()) RETURNING id, currency)
  SELECT (SELECT id FROM made WHERE currency = 'PEN') AS pen, (SELECT id FROM made WHERE currency = 'EUR') AS eur`;
const QUARTERS = `
  INSERT INTO budget_quarters (year, quarter, state)
  SELECT y, q, 'open' FROM generate_series(extract(year FROM now())::int - ${YEARS - 1}, extract(year FROM now())::int) y,
         generate_series(1, 4) q ON CONFLICT (year, quarter) DO UPDATE SET state = 'open'`;
/** Each sol of a purse is allotted at the beginning of its year, and as much again. */
const MOVEMENTS = `
  CREATE TEMP TABLE movements ON COMMIT DROP AS
  SELECT gen_random_uuid() AS id, m.kind, a.post_id, a.year, CASE WHEN a.subvention THEN 'pah' ELSE 'palh' END AS programme, a.line,
         least(a.day + m.days, make_date(a.year, 12, 30)) AS day, least(a.at + make_interval(days => m.days), make_date(a.year, 12, 30) + time '23:00') AS at, m.step, m.source, m.target, 'EUR' AS currency, a.amount, a.amount * 4 AS pen,
         round(a.amount * 1.08, 2) AS usd, a.id AS aid_id
    FROM aids a JOIN (VALUES (1, 'reserved', 'available', 'reserved', 0), (2, 'committed', 'reserved', 'committed', 0),
           (3, 'paid', 'committed', 'paid', 0), (4, 'accounted', 'paid', 'accounted', 30)) m(step, kind, source, target, days)
      ON m.step < 4 OR a.rendered
  UNION ALL
  SELECT gen_random_uuid(), 'allotted', post_id, year, CASE WHEN subvention THEN 'pah' ELSE 'palh' END, '', make_date(year, 1, 1),
         make_date(year, 1, 1) + time '06:00', 0, 'appropriation', 'available', 'PEN', sum(amount) * 8, sum(amount) * 8,
         round(sum(amount) * 8 * 0.27, 2), NULL
    FROM aids GROUP BY post_id, year, subvention`;
const TRANSACTIONS = `
  INSERT INTO ledger_transactions (id, kind, post_id, happened_on, certificate, aid_id, recorded_at)
  SELECT id, kind, post_id, day, CASE kind WHEN 'allotted' THEN 'CCP' END, aid_id, at FROM movements`;
const ENTRIES = `
  INSERT INTO ledger_entries (transaction_id, year, post_id, programme, part, account, currency, amount, pen, usd, rate_id, balance, posted_at)
  SELECT e.id, e.year, e.post_id, e.programme, e.part, e.account, e.currency, e.amount, e.pen, e.usd, CASE e.currency WHEN 'EUR' THEN r.eur ELSE r.pen END,
         coalesce(b.pen, 0) + sum(e.pen) OVER (PARTITION BY e.year, e.post_id, e.programme, e.part, e.account
                                                 ORDER BY e.at, e.step, e.id ROWS UNBOUNDED PRECEDING), e.at
    FROM (SELECT m.id, m.year, m.post_id, m.programme, m.at, m.step, m.currency, s.account,
                 CASE WHEN s.account IN ('appropriation', 'available') THEN '' ELSE m.line END AS part,
                 s.sign * m.amount AS amount, s.sign * m.pen AS pen, s.sign * m.usd AS usd
            FROM movements m CROSS JOIN LATERAL (VALUES (-1, m.source), (1, m.target)) s(sign, account)) e
    CROSS JOIN rates r LEFT JOIN ledger_balances b USING (year, post_id, programme, part, account)
   ORDER BY e.at, e.step, e.id`;
const BALANCES = `
  INSERT INTO ledger_balances (year, post_id, programme, part, account, pen)
  SELECT year, post_id, programme, part, account, sum(pen) FROM ledger_entries GROUP BY year, post_id, programme, part, account
  ON CONFLICT (year, post_id, programme, part, account) DO UPDATE SET pen = EXCLUDED.pen`;

/** Adds aid until the ledger has about as many entries; kept with the cluster. */
export async function addLedger({ postgres }, entries, report) {
  const url = new URL(postgres.superuserUrl);
  url.pathname = new URL(postgres.ownerUrl).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const there = async (table) =>
      Number((await client.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);
    const missing = entries - (await there('ledger_entries'));
    if (missing < ENTRIES_OF_AN_AID) return;
    report(`${missing} entries of the ledger…`);
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query("SET LOCAL work_mem = '256MB'");
    await client.query("SET LOCAL TIME ZONE 'UTC'");
    const aids = Math.ceil(missing / (ENTRIES_OF_AN_AID - 0.3));
    await client.query(AIDS, [aids, await there('aid_requests')]);
    const steps = [RATES, QUARTERS, REQUESTS, MOVEMENTS, TRANSACTIONS, ENTRIES, BALANCES];
    for (const step of steps) await client.query(step);
    await client.query('COMMIT');
    await client.query(
      'VACUUM ANALYZE aid_requests, ledger_transactions, ledger_entries, ledger_balances',
    );
  } finally {
    await client.end();
  }
}

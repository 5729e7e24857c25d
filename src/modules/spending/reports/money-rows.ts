import { statement } from '../../../platform/database/statement';

/**
 * Parameters of all: $1 first and $2 last civil day, $3 post or null, $4 programme or null. Row-level
 * security keeps each to the reader's reach. Amounts are soles.
 */
const RANGE = (day: string, post: string, programme: string): string =>
  `${day} BETWEEN $1::date AND $2::date AND ($3::uuid IS NULL OR ${post} = $3) AND ($4::text IS NULL OR ${programme} = $4)`;

/** Whole numbers, as the index of the entries has them. */
const YEAR = (day: string): string => `extract(year FROM ${day}::date)::int`;
const YEARS = `e.year BETWEEN ${YEAR('$1')} AND ${YEAR('$2')}`;

const MONTH = (day: string): string => `date_trunc('month', ${day}::timestamp)`;

/** What moved into each stage; what came back is taken off. */
const COMMITTED = `coalesce(sum(e.pen) FILTER (WHERE e.account = 'committed' AND t.kind IN ('committed', 'freed', 'exchange_loss', 'exchange_gain')), 0)`;
const PAID = `coalesce(sum(e.pen) FILTER (WHERE e.account = 'paid' AND t.kind IN ('paid', 'given_back')), 0)`;
const ACCOUNTED = `coalesce(sum(e.pen) FILTER (WHERE e.account = 'accounted'), 0)`;
const STAGES = `${COMMITTED}::numeric(18,2)::text AS committed, ${PAID}::numeric(18,2)::text AS paid, ${ACCOUNTED}::numeric(18,2)::text AS accounted`;

/** Each side is summed on its own, by hash: sorting every entry for the join costs more than the rest. */
export const EXECUTION = statement(
  'spending.execution',
  `WITH money AS MATERIALIZED (
     SELECT e.post_id, e.programme, e.part AS line, ${MONTH('t.happened_on')} AS month, ${STAGES}
       FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
      WHERE ${YEARS}
        AND e.account IN ('committed', 'paid', 'accounted') AND ${RANGE('t.happened_on', 'e.post_id', 'e.programme')}
      GROUP BY 1, 2, 3, 4
   ), helped AS MATERIALIZED (
     SELECT a.post_id, a.programme, a.line, ${MONTH('a.paid_on')} AS month,
            (count(*) FILTER (WHERE a.kind = 'attention'))::int AS attentions,
            (count(*) FILTER (WHERE a.kind = 'request'))::int AS requests, sum(a.persons)::int AS persons
       FROM aid_requests a WHERE ${RANGE('a.paid_on', 'a.post_id', 'a.programme')} GROUP BY 1, 2, 3, 4
   )
   SELECT p.code AS post, programme, line, to_char(month, 'YYYY-MM') AS month, coalesce(m.committed, '0.00') AS committed, coalesce(m.paid, '0.00') AS paid,
          coalesce(m.accounted, '0.00') AS accounted, coalesce(h.attentions, 0) AS attentions,
          coalesce(h.requests, 0) AS requests, coalesce(h.persons, 0) AS persons
     FROM money m FULL JOIN helped h USING (post_id, programme, line, month) JOIN posts p ON p.id = post_id
    ORDER BY p.code, programme, 4, line`,
);

/** Each aid that was given, whoever sees its case or not. */
export const GIVEN = statement(
  'spending.given',
  `SELECT a.number, p.code AS post, a.programme, a.kind, a.line, a.state, a.paid_on::text AS paid_on, a.persons::int,
          a.currency, a.amount::text, a.paid_pen::text AS paid, a.resolution_number AS resolution, a.resolution_on::text AS resolution_on
     FROM aid_requests a JOIN posts p ON p.id = a.post_id
    WHERE ${RANGE('a.paid_on', 'a.post_id', 'a.programme')} ORDER BY a.paid_on, a.number LIMIT $5`,
);
export const GIVEN_TOTALS = statement(
  'spending.given-totals',
  `SELECT count(*)::int AS aids, coalesce(sum(a.persons), 0)::int AS persons, coalesce(sum(a.paid_pen), 0)::numeric(18,2)::text AS paid
     FROM aid_requests a WHERE ${RANGE('a.paid_on', 'a.post_id', 'a.programme')}`,
);

/** Of a programme: what it was allotted; of each line: how far its money has come, and for how many. */
export const PROGRAMME_TABLE = statement(
  'spending.programme-table',
  `WITH money AS (
     SELECT e.programme, e.part AS line, ${STAGES}
       FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
      WHERE ${YEARS}
        AND e.account IN ('committed', 'paid', 'accounted') AND ${RANGE('t.happened_on', 'e.post_id', 'e.programme')}
      GROUP BY 1, 2
   ), helped AS (
     SELECT a.programme, a.line, count(*)::int AS aids, sum(a.persons)::int AS persons
       FROM aid_requests a WHERE ${RANGE('a.paid_on', 'a.post_id', 'a.programme')} GROUP BY 1, 2
   ), allotted AS (
     SELECT e.programme, (-sum(e.pen))::numeric(18,2)::text AS allotted
       FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
      WHERE ${YEARS}
        AND e.account = 'appropriation' AND ($3::uuid IS NULL OR e.post_id = $3) AND ($4::text IS NULL OR e.programme = $4)
      GROUP BY 1
   )
   SELECT programme, NULL AS line, allotted, NULL AS committed, NULL AS paid, NULL AS accounted, NULL::int AS aids, NULL::int AS persons FROM allotted
   UNION ALL
   SELECT programme, line, NULL, coalesce(m.committed, '0.00'), coalesce(m.paid, '0.00'), coalesce(m.accounted, '0.00'),
          coalesce(h.aids, 0), coalesce(h.persons, 0)
     FROM money m FULL JOIN helped h USING (programme, line)
    ORDER BY programme, line NULLS FIRST`,
);

/** What was paid and has not been accounted for: by post, how long ago. $2 is the day as of which. */
export const AGEING = statement(
  'spending.rendition-ageing',
  `SELECT p.code AS post, a.programme, count(*)::int AS aids, sum(a.paid_pen)::numeric(18,2)::text AS paid,
          coalesce(sum(a.paid_pen) FILTER (WHERE d.days <= 15), 0)::numeric(18,2)::text AS up_to_15,
          coalesce(sum(a.paid_pen) FILTER (WHERE d.days BETWEEN 16 AND 30), 0)::numeric(18,2)::text AS up_to_30,
          coalesce(sum(a.paid_pen) FILTER (WHERE d.days BETWEEN 31 AND 60), 0)::numeric(18,2)::text AS up_to_60,
          coalesce(sum(a.paid_pen) FILTER (WHERE d.days > 60), 0)::numeric(18,2)::text AS over_60, max(d.days)::int AS oldest
     FROM aid_requests a JOIN posts p ON p.id = a.post_id CROSS JOIN LATERAL (SELECT $2::date - a.paid_on AS days) d
    WHERE (a.state IN ('paid', 'paid_urgent', 'regularised') OR (a.kind = 'attention' AND a.state IN ('recorded', 'endorsed')))
      AND a.paid_pen > 0 AND ${RANGE('a.paid_on', 'a.post_id', 'a.programme')}
    GROUP BY 1, 2 ORDER BY 1, 2`,
);

/** Each entry of the ledger, for the accounting system. */
export const ACCOUNTING = statement(
  'spending.accounting',
  `SELECT e.seq::text AS entry, t.id AS transaction, t.happened_on::text AS happened_on, t.kind, p.code AS post, e.programme,
          e.part AS line, e.account, greatest(e.pen, 0)::numeric(18,2)::text AS debit, greatest(-e.pen, 0)::numeric(18,2)::text AS credit,
          e.currency, e.amount::text, e.usd::text, r.pen::text AS rate, r.day::text AS rate_day, r.source AS rate_source,
          t.certificate, a.number AS aid, a.resolution_number AS resolution
     FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id JOIN posts p ON p.id = e.post_id
     JOIN exchange_rates r ON r.id = e.rate_id LEFT JOIN aid_requests a ON a.id = t.aid_id
    WHERE e.year BETWEEN ${YEAR('$1')} - 1 AND ${YEAR('$2')}
      AND ${RANGE('t.happened_on', 'e.post_id', 'e.programme')} ORDER BY e.seq LIMIT $5`,
);

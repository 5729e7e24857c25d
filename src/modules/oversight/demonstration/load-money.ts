import type { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import type { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import type { Rate } from '../../../platform/money/money';
import type { Obligations } from '../../obligations';
import { AidDraft, dayInLima, type AidedCase, type AidingPost, type AidPlan } from './aid-draft';
import { planAid } from './aid-plan';
import { allotmentsFor, quartersUntil, ratesUntil, readRates } from './budget-draft';
import { Random } from './random';
import { mergeRows, writeRows } from './rows';
import { NUMBER_ACTS, TELL_PAST } from './statements';

/** Apart from the cases of the same seed, which stay what they were. */
const MONEY_SEED = 0x2f6e2b1;

const STAFF = statement(
  'demonstration.staff',
  `SELECT m.role, m.post_id AS "postId", p.country, m.account_id AS "accountId"
     FROM staff_members m LEFT JOIN posts p ON p.id = m.post_id
    WHERE NOT m.acting AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())
    ORDER BY m.display_name, m.account_id`,
);
const AIDED = statement(
  'demonstration.aided',
  `SELECT c.id, c.post_id AS "postId", c.subject_person_id AS "personId",
          (extract(epoch FROM c.recorded_at) * 1000)::float8 AS "openedAt",
          (extract(epoch FROM c.closed_at) * 1000)::float8 AS "closedAt"
     FROM cases c
    WHERE c.post_id = ANY ($1) AND c.tier <> 'sealed' AND c.subject_person_id IS NOT NULL AND c.assignee_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM aid_requests a WHERE a.case_id = c.id)
    ORDER BY c.id DESC LIMIT 500`,
);
const RATES = statement(
  'demonstration.rates',
  `SELECT id, currency, day::text, pen::text, usd::text FROM exchange_rates ORDER BY currency, day`,
);
const OPEN_QUARTERS = statement(
  'demonstration.open-quarters',
  `INSERT INTO budget_quarters (year, quarter, state)
   SELECT q.year, q.quarter, q.state FROM jsonb_to_recordset($1) AS q (year smallint, quarter smallint, state text)
   ON CONFLICT (year, quarter) DO UPDATE SET state = EXCLUDED.state WHERE EXCLUDED.state <> 'planned'`,
);
const CLOSE_QUARTERS = statement(
  'demonstration.close-quarters',
  `UPDATE budget_quarters SET state = 'closed'
    WHERE state = 'open' AND make_date(year, quarter * 3 - 2, 1) + interval '4 months' < $1::date`,
);

interface StaffMember {
  role: string;
  postId: string | null;
  country: string | null;
  accountId: string;
}

/** Posts where two work, so that whoever proposes does not approve; headquarters does the rest. */
function aidingPosts(staff: readonly StaffMember[]): AidingPost[] {
  const of = (role: string, postId: string | null = null) =>
    staff.find((one) => one.role === role && one.postId === postId)?.accountId;
  const [desk, director, accountant] = [
    of('hq_analyst'),
    of('hq_director'),
    of('finance_accountant'),
  ];
  if (!desk || !director || !accountant) return [];
  return staff.flatMap(({ role, postId, country, accountId: head }) => {
    const officer = of('officer', postId);
    if (role !== 'head_of_post' || !postId || !officer) return [];
    const signers = { officer, head, desk, director, accountant };
    return [{ id: postId, country: country!, signers }];
  });
}

/**
 * Adds two fiscal years with their rates, quarters and allotments, and at each post that can decide on it
 * aid in every state, from the attention of every day to the subvention that Lima resolved.
 */
export async function loadMoney(
  { database, obligations }: { database: Database; obligations: Obligations },
  seed: number,
  now: Temporal.Instant,
): Promise<void> {
  const random = new Random(seed ^ MONEY_SEED);
  const at = now.epochMilliseconds;
  await database.inTransaction(Actor.system(), async () => {
    const posts = aidingPosts(await database.query<StaffMember>(STAFF));
    if (posts.length === 0) return;
    await writeRows(database, { exchange_rates: ratesUntil(random, at) });
    await database.query(OPEN_QUARTERS, [JSON.stringify(quartersUntil(at))]);
    const rateOn = readRates(await database.query<Rate>(RATES));
    const cases = await database.query<AidedCase>(AIDED, [posts.map(({ id }) => id)]);
    const plans = posts.flatMap((post) => {
      const files = cases.filter(({ postId }) => postId === post.id);
      return planAid(random, { post, files, now: at });
    });
    plans.sort((a, b) => a.at - b.at);
    const numbers = await numbersOf(database, plans);
    const signersOf = new Map(posts.map(({ id, signers }) => [id, signers]));
    const drafts = plans.map((plan, i) => {
      const number = numbers[i]!;
      const signers = signersOf.get(plan.file.postId)!;
      return new AidDraft(plan, { random, signers, number, rateOn }).draft();
    });
    const movements = drafts.flatMap((draft) => draft.movements).sort((a, b) => a.at - b.at);
    const allotments = allotmentsFor(random, { posts, movements, rateOn, now: at });
    const money = [...allotments, ...movements];
    await writeRows(database, {
      ...mergeRows(drafts.map(({ rows }) => rows)),
      ledger_transactions: money.map(({ transaction }) => transaction),
      ledger_entries: money.flatMap(({ entries }) => entries),
    });
    await database.query(CLOSE_QUARTERS, [dayInLima(at)]);
    const ids = [...new Set(plans.map(({ file }) => file.id))];
    await obligations.replanAll(ids, 'aid_decided');
    await database.query(TELL_PAST, [ids, now.toString()]);
  });
}

async function numbersOf(database: Database, plans: readonly AidPlan[]): Promise<string[]> {
  const wanted = plans.map(({ file, at }, place) => ({
    ...{ place, post: file.postId, year: Number(dayInLima(at).slice(0, 4)), kind: 'AYU' },
  }));
  const taken = await database.query<{ place: number; number: string }>(NUMBER_ACTS, [
    JSON.stringify(wanted),
  ]);
  return taken.sort((a, b) => a.place - b.place).map(({ number }) => number);
}

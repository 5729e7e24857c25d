import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { sumOf, type Amount } from '../../../platform/money/money';
import type { Programme } from '../../funding';
import {
  costOfLiving,
  executed,
  forecast,
  perPerson,
  pointsOf,
  type DistributionFormula,
} from '../domain/distribution';
import { DistributionPolicies } from './distribution-policies';

const LIMA = 'America/Lima';

/** $1 year, $2 programme; every post that is open or was given money. */
const MONEY = statement(
  'spending.money-of-posts',
  `SELECT p.id AS "postId", p.code AS "postCode", p.name_es AS "postName", p.country,
          coalesce(m.allotted, 0)::numeric(18,2)::text AS allotted, coalesce(m.spent, 0)::numeric(18,2)::text AS spent,
          coalesce(m.accounted, 0)::numeric(18,2)::text AS accounted
     FROM posts p LEFT JOIN (
       SELECT b.post_id, -sum(b.pen) FILTER (WHERE b.account = 'appropriation') AS allotted,
              sum(b.pen) FILTER (WHERE b.account IN ('paid', 'accounted')) AS spent,
              sum(b.pen) FILTER (WHERE b.account = 'accounted') AS accounted
         FROM ledger_balances b WHERE b.year = $1 AND b.programme = $2 GROUP BY b.post_id) m ON m.post_id = p.id
    WHERE (p.state = 'open' AND p.kind NOT IN ('headquarters', 'decentralised_office', 'honorary_consulate')) OR m.post_id IS NOT NULL
    ORDER BY p.code`,
);
const LINES = statement(
  'spending.persons-by-line',
  `SELECT a.post_id AS "postId", a.line, sum(a.persons)::int AS persons, sum(coalesce(a.paid_pen, 0))::numeric(18,2)::text AS spent
     FROM aid_requests a WHERE a.year = $1 AND a.programme = $2 AND a.paid_on IS NOT NULL GROUP BY a.post_id, a.line ORDER BY a.line`,
);
const CASELOAD = statement(
  'spending.caseload',
  `SELECT post_id AS "postId", open, cases, persons, indigence, vulnerability, extreme_need AS "extremeNeed"
     FROM app.caseload_by_post($1, $2)`,
);

interface Money {
  postId: string;
  postCode: string;
  postName: string;
  country: string;
  allotted: Amount;
  spent: Amount;
  accounted: Amount;
}
interface Caseload {
  postId: string;
  open: number;
  cases: number;
  persons: number;
  indigence: number;
  vulnerability: number;
  extremeNeed: number;
}
interface LineRow {
  postId: string;
  line: string;
  persons: number;
  spent: Amount;
}

/** A post’s spending beside its caseload of the year; soles as decimal strings, shares as fractions. */
export interface PostEvaluation extends Money, Caseload {
  /** Persons whose assessment concluded in some need. */
  vulnerable: number;
  costOfLiving: string;
  points: number;
  executed: string | null;
  forecast: Amount;
  costPerPerson: Amount | null;
  lines: { line: string; persons: number; spent: Amount; perPerson: Amount | null }[];
}
export interface Evaluation {
  year: number;
  programme: Programme;
  /** UTC: caseload until then, money as the ledger stands. */
  asOf: string;
  formula: DistributionFormula;
  posts: PostEvaluation[];
}

/** Each post's spending against its caseload: what MAPCE was built to inform (rules §7). */
@Injectable()
export class EvaluatePosts {
  constructor(
    private readonly database: Database,
    private readonly policies: DistributionPolicies,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, year: number, programme: Programme): Promise<Evaluation> {
    return this.database.inTransaction(actor, () => this.evaluate(year, programme));
  }

  /** Within the ambient transaction. */
  async evaluate(year: number, programme: Programme): Promise<Evaluation> {
    const now = this.clock.now();
    const [from, end] = [startOf(year), startOf(year + 1)];
    const until = Temporal.Instant.compare(now, end) < 0 ? now : end;
    const [money, lines, caseload, formula] = await Promise.all([
      this.database.query<Money>(MONEY, [year, programme]),
      this.database.query<LineRow>(LINES, [year, programme]),
      this.database.query<Caseload>(CASELOAD, [from.toString(), until.toString()]),
      this.policies.current(),
    ]);
    const day = dayOf(until, year);
    const posts = money.map((of) => evaluated({ of, lines, caseload, formula, day }));
    return { year, programme, asOf: until.toString(), formula, posts };
  }
}

const startOf = (year: number): Temporal.Instant =>
  Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(LIMA).toInstant();

function dayOf(at: Temporal.Instant, year: number): { ofYear: number; daysInYear: number } {
  const local = at.toZonedDateTimeISO(LIMA);
  const { daysInYear } = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return { ofYear: local.year > year ? daysInYear : local.dayOfYear, daysInYear };
}

const NOTHING = { open: 0, cases: 0, persons: 0, indigence: 0, vulnerability: 0, extremeNeed: 0 };

function evaluated({
  of,
  lines,
  caseload,
  formula,
  day,
}: {
  of: Money;
  lines: readonly LineRow[];
  caseload: readonly Caseload[];
  formula: DistributionFormula;
  day: { ofYear: number; daysInYear: number };
}): PostEvaluation {
  const load = caseload.find(({ postId }) => postId === of.postId) ?? {
    postId: of.postId,
    ...NOTHING,
  };
  const vulnerable = load.indigence + load.vulnerability + load.extremeNeed;
  const need = { ...of, ...load, vulnerable };
  const own = lines.filter(({ postId }) => postId === of.postId);
  const helped = own.reduce((sum, { persons }) => sum + persons, 0);
  return {
    ...need,
    costOfLiving: costOfLiving(need, formula),
    points: pointsOf(need, formula),
    executed: executed(of.spent, of.allotted),
    forecast: forecast(of.spent, day),
    costPerPerson: perPerson(sumOf(own.map(({ spent }) => spent)), helped),
    lines: own.map(({ line, persons, spent }) => ({
      ...{ line, persons, spent },
      perPerson: perPerson(spent, persons),
    })),
  };
}

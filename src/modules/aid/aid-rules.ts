import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { sumOf, type Amount } from '../../platform/money/money';
import { FullSight } from '../obligations';
import { AidPolicies } from './aid-policies';
import { CEILINGS, checksOf, refusalsOf, type AidCheck, type AidFacts } from './domain/checks';
import type { WaterfallStep } from './domain/aid';
import type { AidRequest } from './entities/aid.entity';

const FACTS = statement(
  'aid.facts',
  `SELECT (SELECT coalesce(json_agg(b.amount::text ORDER BY b.id), '[]') FROM aid_beneficiaries b WHERE b.aid_id = $1) AS parts,
     (SELECT coalesce(json_agg(DISTINCT w.step), '[]') FROM aid_waterfall w WHERE w.aid_id = $1) AS waterfall,
     (SELECT count(*)::int FROM aid_quotes q WHERE q.aid_id = $1) AS quotes,
     'due' = ANY (d.debts) OR 'partly_paid' = ANY (d.debts) AS "owesRepatriation",
     (SELECT coalesce(sum(a.pen), 0)::numeric(18,2)::text FROM aid_requests a WHERE a.case_id = $2 AND a.id <> $1
         AND a.state NOT IN ('draft', 'returned', 'refused', 'cancelled')) AS "ofCase"
   FROM (SELECT app.repatriation_debts_of_aid($1) AS debts) d`,
);
const CONCLUSION = statement(
  'aid.need-concluded',
  `SELECT conclusion FROM vulnerability_assessments WHERE case_id = $1 ORDER BY occurred_at DESC, id DESC LIMIT 1`,
);
const OF_PERSONS = statement(
  'aid.of-persons',
  `SELECT o.person_id AS "personId", o.programme, o.line, o.pen::text, p.code AS "postCode", o.given_on::text AS "givenOn",
          o.ask_headquarters AS "askHeadquarters"
     FROM app.aid_of_persons($1) o LEFT JOIN posts p ON p.id = o.post_id ORDER BY o.given_on DESC NULLS LAST, o.pen DESC`,
);

interface Row {
  parts: Amount[];
  waterfall: WaterfallStep[];
  quotes: number;
  owesRepatriation: boolean;
  ofCase: Amount;
}

/** What a beneficiary was given elsewhere this year; of a sealed case only that headquarters knows. */
export interface GivenElsewhere {
  personId: string;
  programme: 'palh' | 'pah' | null;
  line: string | null;
  pen: Amount | null;
  postCode: string | null;
  givenOn: string | null;
  askHeadquarters: boolean;
}

/** The hard checks of a request, each with its rule (rules §7). */
@Injectable()
export class AidRules {
  constructor(
    private readonly database: Database,
    private readonly policies: AidPolicies,
    private readonly sight: FullSight,
  ) {}

  /** Same persons, other aid of the year, in whatever post and programme. */
  elsewhere(aidId: string): Promise<GivenElsewhere[]> {
    return this.database.query<GivenElsewhere>(OF_PERSONS, [aidId]);
  }

  async checks(aid: AidRequest): Promise<{ check: AidCheck; holds: boolean; ceiling: boolean }[]> {
    const [facts, policy] = await Promise.all([this.factsOf(aid), this.policies.current()]);
    return checksOf(facts, policy).map((one) => ({
      ...one,
      ceiling: CEILINGS.includes(one.check),
    }));
  }

  /** 422 AID_RULES_NOT_MET naming each rule that is not. */
  async assertMet(aid: AidRequest): Promise<void> {
    const [facts, policy] = await Promise.all([this.factsOf(aid), this.policies.current()]);
    const refused = refusalsOf(facts, policy, aid.exceeding);
    if (refused.length === 0) return;
    throw new DomainError('AID_RULES_NOT_MET', {
      errors: refused.map((check) => ({ path: check, code: `aid_${check}` })),
    });
  }

  private async factsOf(aid: AidRequest): Promise<AidFacts> {
    const [[row], given] = await Promise.all([
      this.database.query<Row>(FACTS, [aid.id, aid.caseId]),
      this.elsewhere(aid.id),
    ]);
    const { ofCase, ...known } = row!;
    // assessments are restricted: whoever decides is told whether the rule holds, and no more
    const [assessed] = await this.sight.during(() =>
      this.database.query<{ conclusion: string }>(CONCLUSION, [aid.caseId]),
    );
    const persons = [...new Set(given.map(({ personId }) => personId))];
    return {
      ...known,
      conclusion: assessed?.conclusion ?? null,
      ...{ programme: aid.programme, line: aid.line, amount: aid.pen, asked: aid.amount },
      ...{ excluded: aid.excluded, proof: aid.proof, toFirstEntry: aid.toFirstEntry },
      ofCase: sumOf([ofCase, aid.pen]),
      ofPersons: [
        aid.pen,
        ...persons.map((id) =>
          sumOf([
            aid.pen,
            ...given.filter((one) => one.personId === id).map(({ pen }) => pen ?? '0.00'),
          ]),
        ),
      ],
    };
  }
}

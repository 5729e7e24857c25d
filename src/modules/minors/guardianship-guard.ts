import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { joinFacts, sameAs, Tellings, type Telling, type TellingGuard } from '../people';
import { isOfAge } from './domain/child';
import { mayBeTold, type ChildKept } from './domain/guardianship';
import { MinorFactsSource } from './minor-facts.source';

/**
 * The cases of minors that the actor reaches in which those concerned are beneficiaries: what the
 * actor may not see is not looked at, so that a refusal betrays no case. $1 the case in hand, $2 whose
 * data or null for every beneficiary of the case in hand.
 */
const KEPT = statement(
  'minors.kept-children',
  `WITH concerned AS (
     SELECT coalesce(p.merged_into, p.id) AS id FROM persons p
      WHERE p.id = $2 OR ($2::uuid IS NULL AND p.id IN (SELECT b.person_id FROM case_people b
        WHERE b.case_id = $1 AND b.role = 'beneficiary' AND b.until IS NULL)))
   SELECT DISTINCT ON (c.id, o.id) c.id AS "caseId", o.id AS "childId", f.birth_date::text AS "birthDate",
          EXISTS (SELECT 1 FROM persons s WHERE s.id = c.subject_person_id AND o.id IN (s.id, s.merged_into)) AS main
     FROM concerned o
     JOIN persons r ON r.id = o.id OR r.merged_into = o.id
     JOIN case_people cp ON cp.person_id = r.id AND cp.role = 'beneficiary' AND cp.until IS NULL
     JOIN cases c ON c.id = cp.case_id AND c.family = 'minor' AND c.status <> 'dismissed'
     ${joinFacts('o.id', 'f')}`,
);
const TOLD = statement(
  'minors.told-person',
  `SELECT coalesce(p.merged_into, p.id) AS id FROM persons p WHERE p.id IN ${sameAs('$1')} LIMIT 1`,
);

interface KeptRow {
  caseId: string;
  childId: string;
  birthDate: string | null;
  /** The child whom the case is mainly about: whose age may have been presumed. */
  main: boolean;
}

/** Nobody is told anything of a child before it is verified that they answer for them. */
@Injectable()
export class GuardianshipGuard implements TellingGuard, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly source: MinorFactsSource,
    private readonly tellings: Tellings,
  ) {}

  onModuleInit(): void {
    this.tellings.guardBy(this);
  }

  async refusal({ caseId, aboutId, personId, at }: Telling): Promise<string | null> {
    const [rows, [told]] = await Promise.all([
      this.database.query<KeptRow>(KEPT, [caseId, aboutId ?? null]),
      this.database.query<{ id: string }>(TOLD, [personId]),
    ]);
    if (rows.length === 0) return null;
    const kept = await this.kept(rows, at);
    return mayBeTold(kept, told?.id ?? null) ? null : 'GUARDIANSHIP_NOT_VERIFIED';
  }

  private async kept(rows: readonly KeptRow[], at: Temporal.Instant): Promise<ChildKept[]> {
    const facts = await this.source.load([...new Set(rows.map((row) => row.caseId))]);
    return rows.flatMap(({ caseId, childId, birthDate, main }) => {
      const known = facts.get(caseId);
      if (!known) return [];
      const day = at.toZonedDateTimeISO(known.zone).toPlainDate();
      const own = { birthDate: birthDate ? Temporal.PlainDate.from(birthDate) : null };
      const age = main ? known.age : { ...own, presumedAge: null, presumedOn: null };
      const { guardianships } = known;
      return [{ childId, ofAge: isOfAge(age, day), day, guardianships }];
    });
  }
}

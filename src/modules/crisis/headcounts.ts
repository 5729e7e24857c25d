import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import { PERSON_STATES, type PersonState } from './domain/vocabulary';
import type { CountedPersonResponse } from './http/dto/crisis.responses';
import type { HeadcountListQuery, HeadcountQuery } from './http/dto/incident.requests';
import { IncidentWork } from './incident-work';

/**
 * The same as `headcount` of the rules, in the database: who counted, and how they were, by the facts of
 * the world until $2 as known until $3 (null: all that is known).
 */
const COUNTED = `
  WITH RECURSIVE merged AS (
     SELECT DISTINCT ON (person_id) person_id, into_person_id FROM incident_merges
      WHERE incident_id = $1 AND occurred_at <= $2 AND ($3::timestamptz IS NULL OR recorded_at <= $3)
      ORDER BY person_id, occurred_at DESC, recorded_at DESC, id DESC
   ), chain AS (
     SELECT person_id AS person, into_person_id AS root, 1 AS depth FROM merged WHERE into_person_id IS NOT NULL
     UNION ALL
     SELECT c.person, m.into_person_id, c.depth + 1 FROM chain c JOIN merged m ON m.person_id = c.root
      WHERE m.into_person_id IS NOT NULL
   ), roots AS (
     SELECT DISTINCT ON (person) person, root FROM chain ORDER BY person, depth DESC
   ), counted AS (
     SELECT DISTINCT ON (coalesce(r.root, e.person_id)) coalesce(r.root, e.person_id) AS id, e.state
       FROM incident_events e LEFT JOIN roots r ON r.person = e.person_id
      WHERE e.incident_id = $1 AND e.occurred_at <= $2 AND ($3::timestamptz IS NULL OR e.recorded_at <= $3)
      ORDER BY coalesce(r.root, e.person_id), (e.state <> 'registered') DESC, e.occurred_at DESC, e.recorded_at DESC, e.id DESC
   )`;
const COUNT = statement(
  'crisis.headcount-at',
  `${COUNTED} SELECT state, count(*)::int AS n FROM counted GROUP BY state`,
);
const LIST = statement(
  'crisis.headcount-list',
  `${COUNTED}
   SELECT p.id, p.given_names AS "givenNames", p.first_surname AS "firstSurname", p.second_surname AS "secondSurname", c.state
     FROM counted c JOIN incident_persons p ON p.id = c.id
    WHERE ($4::text IS NULL OR c.state = $4) AND ($5::uuid IS NULL OR p.id > $5) ORDER BY p.id LIMIT $6`,
);

export interface Counted {
  state: PersonState;
  n: number;
}
export type ByState = Record<PersonState, number>;

/** How many persons there were in each state at any instant, and who they were. */
@Injectable()
export class Headcounts {
  constructor(
    private readonly work: IncidentWork,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The headcount of an instant, as known at another. */
  show(
    actor: Actor,
    incidentId: string,
    { at, knownAt }: HeadcountQuery,
  ): Promise<{ at: string; knownAt: string | null; persons: number; byState: ByState }> {
    return this.work.on(actor, incidentId, 'crisis.read', async ({ now }) => {
      notAfter(now, at);
      const byState = await this.at(incidentId, at, knownAt ?? null);
      return { at, knownAt: knownAt ?? null, persons: sumOf(byState), byState };
    });
  }

  /** In the ambient transaction. */
  async at(incidentId: string, at: string, knownAt: string | null): Promise<ByState> {
    return totalOf(await this.database.query<Counted>(COUNT, [incidentId, at, knownAt]));
  }

  /** Whom a number of the headcount counted, by the name that they have now. */
  list(
    actor: Actor,
    incidentId: string,
    { at, knownAt, state, cursor, limit }: HeadcountListQuery,
  ): Promise<Page<CountedPersonResponse>> {
    return this.work.on(actor, incidentId, 'crisis.read', async ({ now }) => {
      notAfter(now, at);
      const [after = null] = decodeCursor(cursor) ?? [];
      const rows = await this.database.query<CountedPersonResponse>(LIST, [
        ...[incidentId, at, knownAt ?? null, state ?? null, after, limit + 1],
      ]);
      const page = toPage(
        rows,
        limit,
        ({ id }) => [id],
        (row) => row,
      );
      await this.audit.record({
        action: 'incident_persons.listed',
        subjectType: 'incident',
        subjectId: incidentId,
        details: { rows: page.items.length },
      });
      return page;
    });
  }
}

function notAfter(now: Temporal.Instant, at: string): void {
  if (Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0) {
    throw invalidField('at', 'notInFuture');
  }
}

export const totalOf = (rows: readonly Counted[]): ByState =>
  Object.fromEntries(
    PERSON_STATES.map((state) => [state, rows.find((row) => row.state === state)?.n ?? 0]),
  ) as ByState;

export const sumOf = (byState: ByState): number =>
  Object.values(byState).reduce((a, b) => a + b, 0);

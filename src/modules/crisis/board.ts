import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { NEEDS, PERSON_STATES, type Need, type PersonState } from './domain/vocabulary';
import type {
  BoardResponse,
  FirstInNeedResponse,
  PlaceCountResponse,
} from './http/dto/crisis.responses';
import { IncidentWork, type IncidentFile } from './incident-work';
import { ReadManifests } from './read-manifests';

/**
 * The same as `headcount` of the rules, in the database: facts of the world until $2 as known until $3
 * (null: all that is known).
 */
const HEADCOUNT_AT = statement(
  'crisis.headcount-at',
  `WITH RECURSIVE merged AS (
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
   ), latest AS (
     SELECT DISTINCT ON (coalesce(r.root, e.person_id)) e.state
       FROM incident_events e LEFT JOIN roots r ON r.person = e.person_id
      WHERE e.incident_id = $1 AND e.occurred_at <= $2 AND ($3::timestamptz IS NULL OR e.recorded_at <= $3)
      ORDER BY coalesce(r.root, e.person_id), (e.state <> 'registered') DESC, e.occurred_at DESC, e.recorded_at DESC, e.id DESC
   )
   SELECT state, count(*)::int AS n FROM latest GROUP BY state`,
);
const HEADCOUNT_NOW = statement(
  'crisis.headcount-now',
  `SELECT state, count(*)::int AS n FROM incident_persons
    WHERE incident_id = $1 AND stands_for = id GROUP BY state`,
);
const NEEDS_NOW = statement(
  'crisis.needs-now',
  `SELECT n.need, n.state, count(*)::int AS n FROM incident_needs n JOIN incident_persons p ON p.id = n.person_id
    WHERE n.incident_id = $1 AND p.stands_for = p.id GROUP BY n.need, n.state`,
);
const PLACES = statement(
  'crisis.places-now',
  `SELECT subdivision, count(*)::int AS persons FROM incident_persons
    WHERE incident_id = $1 AND stands_for = id GROUP BY subdivision ORDER BY 2 DESC, 1 NULLS LAST`,
);
const FIRST = statement(
  'crisis.first-in-need',
  `SELECT p.id, p.given_names AS "givenNames", p.first_surname AS "firstSurname", p.second_surname AS "secondSurname",
          p.priority, p.state, p.registered_at AS "registeredAt",
          ARRAY(SELECT n.need FROM incident_needs n WHERE n.person_id = p.id AND n.state = 'open' ORDER BY n.need) AS "openNeeds"
     FROM incident_persons p
    WHERE p.incident_id = $1 AND p.stands_for = p.id AND p.priority > 0 AND p.state <> 'home'
    ORDER BY p.priority DESC, p.registered_at, p.id LIMIT 10`,
);
/** Persons first registered in the last hours, by hour. */
const RATE = statement(
  'crisis.rate',
  `SELECT date_trunc('hour', registered_at, 'UTC') AS "hourAt", count(*)::int AS n FROM incident_persons
    WHERE incident_id = $1 AND stands_for = id AND registered_at >= date_trunc('hour', $2::timestamptz, 'UTC') GROUP BY 1 ORDER BY 1`,
);

const HOURS_SHOWN = 24;

interface Counted {
  state: PersonState;
  n: number;
}

export type ByState = Record<PersonState, number>;

/** What is going on, in numbers whose lists have as many rows. */
@Injectable()
export class Board {
  constructor(
    private readonly work: IncidentWork,
    private readonly database: Database,
    private readonly manifests: ReadManifests,
  ) {}

  show(actor: Actor, incidentId: string): Promise<BoardResponse> {
    return this.work.on(actor, incidentId, 'crisis.read', ({ now }) => this.read(incidentId, now));
  }

  private async read(incidentId: string, now: Temporal.Instant): Promise<BoardResponse> {
    const since = now.subtract({ hours: HOURS_SHOWN }).toString();
    const [states, needs, places, first, rate, manifests] = await Promise.all([
      this.database.query<Counted>(HEADCOUNT_NOW, [incidentId]),
      this.needs(incidentId),
      this.database.query<PlaceCountResponse>(PLACES, [incidentId]),
      this.database.query<FirstInNeedResponse>(FIRST, [incidentId]),
      this.database.query<{ hourAt: Date; n: number }>(RATE, [incidentId, since]),
      this.manifests.of(incidentId),
    ]);
    const byState = totalOf(states);
    return {
      at: now.toString(),
      persons: sumOf(byState),
      byState,
      needs,
      places,
      first,
      rate: rate.map(({ hourAt, n }) => ({ hourAt: hourAt.toISOString(), registrations: n })),
      manifests,
    };
  }

  /** The headcount of an instant, as known at another; the same as the rule on the same facts. */
  headcount(
    actor: Actor,
    incidentId: string,
    { at, knownAt }: { at: string; knownAt?: string },
  ): Promise<{ at: string; knownAt: string | null; persons: number; byState: ByState }> {
    return this.work.on(actor, incidentId, 'crisis.read', async ({ now }: IncidentFile) => {
      if (Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0) {
        throw invalidField('at', 'notInFuture');
      }
      const byState = await this.headcountAt(incidentId, at, knownAt ?? null);
      return { at, knownAt: knownAt ?? null, persons: sumOf(byState), byState };
    });
  }

  /** In the ambient transaction. */
  async headcountAt(incidentId: string, at: string, knownAt: string | null): Promise<ByState> {
    return totalOf(await this.database.query<Counted>(HEADCOUNT_AT, [incidentId, at, knownAt]));
  }

  /** Needs of the persons that count, open and met. */
  async needs(incidentId: string): Promise<{ need: Need; open: number; met: number }[]> {
    const rows = await this.database.query<{ need: Need; state: 'open' | 'met'; n: number }>(
      NEEDS_NOW,
      [incidentId],
    );
    const count = (need: Need, state: 'open' | 'met') =>
      rows.find((row) => row.need === need && row.state === state)?.n ?? 0;
    return NEEDS.map((need) => ({ need, open: count(need, 'open'), met: count(need, 'met') }));
  }
}

export const totalOf = (rows: readonly Counted[]): ByState =>
  Object.fromEntries(
    PERSON_STATES.map((state) => [state, rows.find((row) => row.state === state)?.n ?? 0]),
  ) as ByState;

const sumOf = (byState: ByState): number => Object.values(byState).reduce((a, b) => a + b, 0);

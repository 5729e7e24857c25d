import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { NEEDS, type Need } from './domain/vocabulary';
import type {
  BoardResponse,
  FirstInNeedResponse,
  PlaceCountResponse,
} from './http/dto/crisis.responses';
import { sumOf, totalOf, type Counted } from './headcounts';
import { IncidentWork } from './incident-work';
import { ReadManifests } from './read-manifests';

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

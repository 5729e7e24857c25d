import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { SharedReading } from '../../platform/database/shared-reading';
import { statement } from '../../platform/database/statement';
import { NEEDS, type Need, type PersonState } from './domain/vocabulary';
import type { BoardResponse, FirstInNeedResponse } from './http/dto/crisis.responses';
import { sumOf, totalOf } from './headcounts';
import { IncidentWork } from './incident-work';
import { ReadManifests } from './read-manifests';

/** States, places and hours of registration in one pass over an index that holds all three. */
const COUNTS = statement(
  'crisis.counts-now',
  `SELECT CASE grouping(state, subdivision, hour) WHEN 3 THEN 'state' WHEN 5 THEN 'place' ELSE 'hour' END AS of,
          state, subdivision, hour AS "hourAt", count(*)::int AS n
     FROM (SELECT state, subdivision,
                  CASE WHEN registered_at >= $2 THEN date_bin('1 hour', registered_at, '2000-01-01T00:00:00Z') END AS hour
             FROM incident_persons WHERE incident_id = $1 AND stands_for = id) p
    GROUP BY GROUPING SETS ((state), (subdivision), (hour)) ORDER BY hour, n DESC, subdivision`,
);
/** Few are merged: all needs but theirs are counted faster than those of each person. */
const NEEDS_NOW = statement(
  'crisis.needs-now',
  `SELECT n.need, n.state, count(*)::int AS n FROM incident_needs n
    WHERE n.incident_id = $1 AND NOT EXISTS (
      SELECT 1 FROM incident_persons p WHERE p.incident_id = $1 AND p.id = n.person_id AND p.stands_for <> p.id)
    GROUP BY n.need, n.state`,
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
const HOURS_SHOWN = 24;

interface CountNow {
  of: 'state' | 'place' | 'hour';
  state: PersonState | null;
  /** Null among places: not known. */
  subdivision: string | null;
  /** Null among hours: before those that are shown. */
  hourAt: Date | null;
  n: number;
}

/** What is going on, in numbers whose lists have as many rows. */
@Injectable()
export class Board {
  private readonly shared = new SharedReading<BoardResponse>();

  constructor(
    private readonly work: IncidentWork,
    private readonly database: Database,
    private readonly manifests: ReadManifests,
    private readonly clock: Clock,
  ) {}

  /** The same numbers for all who reach the incident: whoever looks at once shares one reading. */
  async show(actor: Actor, incidentId: string): Promise<BoardResponse> {
    await this.work.on(actor, incidentId, 'crisis.read', () => Promise.resolve());
    return this.shared.read(incidentId, () =>
      this.database.inTransaction(Actor.system(), () => this.read(incidentId, this.clock.now())),
    );
  }

  private async read(incidentId: string, now: Temporal.Instant): Promise<BoardResponse> {
    const [counts, needs, first, manifests] = await Promise.all([
      this.database.query<CountNow>(COUNTS, [incidentId, firstHour(now)]),
      this.needs(incidentId),
      this.database.query<FirstInNeedResponse>(FIRST, [incidentId]),
      this.manifests.of(incidentId),
    ]);
    const of = (what: CountNow['of']) => counts.filter((count) => count.of === what);
    const byState = totalOf(of('state').map(({ state, n }) => ({ state: state!, n })));
    return {
      at: now.toString(),
      persons: sumOf(byState),
      byState,
      needs,
      places: of('place').map(({ subdivision, n }) => ({ subdivision, persons: n })),
      first,
      rate: of('hour').flatMap(({ hourAt, n }) =>
        hourAt ? [{ hourAt: hourAt.toISOString(), registrations: n }] : [],
      ),
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

/** The whole hour of UTC from which on registrations are shown. */
const firstHour = (now: Temporal.Instant): string =>
  now
    .subtract({ hours: HOURS_SHOWN })
    .round({ smallestUnit: 'hour', roundingMode: 'floor' })
    .toString();

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { CountSealed, type SealedTotals } from './count-sealed';

/** Parameters: $1 now, $2 region or null, $3 family or null. */
const BY_POST = statement(
  'oversight.world',
  `WITH load AS MATERIALIZED (
     SELECT c.post_id, count(*) AS open, count(*) FILTER (WHERE c.next_due_at < $1) AS overdue,
            count(*) FILTER (WHERE c.family = 'detention' AND c.last_visit_at IS NULL) AS never_visited
       FROM open_caseload c WHERE $3::text IS NULL OR c.family = $3 GROUP BY c.post_id
   )
   SELECT p.id, p.code, p.name_es AS name, p.city, p.country, p.time_zone AS "timeZone",
          coalesce(l.open, 0)::int AS open, coalesce(l.overdue, 0)::int AS overdue,
          coalesce(l.never_visited, 0)::int AS "neverVisited"
     FROM posts p
     LEFT JOIN current_region_countries r ON r.country = p.country
     LEFT JOIN load l ON l.post_id = p.id
    WHERE ($2::text IS NULL OR r.region = $2) AND (p.state = 'open' OR l.open IS NOT NULL)
      AND ((SELECT app.reads_world()) OR p.id = ANY ((SELECT app.read_posts())::uuid[])
           OR l.open IS NOT NULL)
    ORDER BY p.code`,
);
const MEDIANS = statement(
  'oversight.hours-to-first-contact',
  'SELECT post_id AS "postId", hours FROM app.hours_to_first_contact($1, $2)',
);

export interface WorldFigures {
  /** Open cases. */
  open: number;
  /** Open cases with a duty whose due instant has passed. */
  overdue: number;
  /** Open detentions without any qualifying visit. */
  neverVisited: number;
  /**
   * Median hours from the notice to the post until the first contact with the person, of the open
   * cases that have had one; null when none has.
   */
  medianHoursToFirstContact: number | null;
}

export interface PostOfWorld {
  id: string;
  code: string;
  name: string;
  city: string;
  country: string;
  timeZone: string;
}

export interface World {
  /** The instant for which every figure holds. */
  asOf: string;
  totals: WorldFigures;
  posts: ({ post: PostOfWorld } & WorldFigures)[];
  /** Null for who does not read the whole world. */
  sealed: SealedTotals | null;
}

type PostRow = PostOfWorld & Omit<WorldFigures, 'medianHoursToFirstContact'>;

export interface WorldQuery {
  region?: string;
  family?: string;
}

type Count = 'open' | 'overdue' | 'neverVisited';

/**
 * Headquarters' caseload by post, in the reader's reach. Each count is the length of a list that the
 * same reader can open; sealed cases enter none of them (rules §10).
 */
@Injectable()
export class ShowWorld {
  constructor(
    private readonly database: Database,
    private readonly sealed: CountSealed,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, { region = null, family = null }: Nullable<WorldQuery>): Promise<World> {
    const now = this.clock.now();
    const asOf = now.toString({ smallestUnit: 'millisecond' });
    return this.database.inTransaction(actor, async () => {
      const [rows, medians, sealed] = await Promise.all([
        this.database.query<PostRow>(BY_POST, [asOf, region, family]),
        this.database.query<{ postId: string | null; hours: number }>(MEDIANS, [region, family]),
        this.sealed.at(now),
      ]);
      const hours = new Map(medians.map((median) => [median.postId, median.hours]));
      const total = (count: Count) => rows.reduce((sum, row) => sum + row[count], 0);
      return {
        asOf,
        totals: {
          open: total('open'),
          overdue: total('overdue'),
          neverVisited: total('neverVisited'),
          medianHoursToFirstContact: hours.get(null) ?? null,
        },
        posts: rows.map(({ open, overdue, neverVisited, ...post }) => ({
          post,
          open,
          overdue,
          neverVisited,
          medianHoursToFirstContact: hours.get(post.id) ?? null,
        })),
        sealed,
      };
    });
  }
}

type Nullable<T> = { [K in keyof T]?: T[K] | null };

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { LiveUpdates } from '../notices';

/** Whom an incident concerns changes seldom; what changes is hinted at again (milliseconds). */
const REMEMBERED = 5_000;

const CONCERNED = statement(
  'crisis.concerned',
  `SELECT ARRAY(SELECT post_id FROM incident_posts WHERE incident_id = $1) AS posts,
          ARRAY(SELECT account_id FROM incident_loans WHERE incident_id = $1 AND ended_at IS NULL
                   AND valid_from <= now() AND valid_until > now()) AS lent`,
);

interface Concerned {
  posts: string[];
  lent: string[];
}

/** Tells open boards that their incident changed: its id and nothing else. */
@Injectable()
export class IncidentHints {
  private readonly known = new Map<string, { until: number; concerned: Concerned }>();

  constructor(
    private readonly database: Database,
    private readonly live: LiveUpdates,
  ) {}

  /** Once the ambient transaction commits. */
  async changed(incidentId: string): Promise<void> {
    const { posts, lent } = await this.concerned(incidentId);
    const update = { kind: 'incident', id: incidentId };
    for (const postId of posts) this.live.announce({ ...update, to: { postId } });
    for (const accountId of lent) this.live.announce({ ...update, to: { accountId } });
  }

  private async concerned(incidentId: string): Promise<Concerned> {
    const before = this.known.get(incidentId);
    if (before && before.until > performance.now()) return before.concerned;
    const [row] = await this.database.query<Concerned>(CONCERNED, [incidentId]);
    const concerned = row ?? { posts: [], lent: [] };
    this.known.set(incidentId, { until: performance.now() + REMEMBERED, concerned });
    return concerned;
  }
}

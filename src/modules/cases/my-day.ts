import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { CaseQueries } from './case-queries';
import { CaseRegistry } from './case-registry';

const ZONE = statement('cases.zone-of-post', 'SELECT time_zone AS zone FROM posts WHERE id = $1');
const NEW_INTAKES = 20;

/** The page an officer opens the day with: each module adds its own part. */
@Injectable()
export class MyDay {
  constructor(
    private readonly database: Database,
    private readonly registry: CaseRegistry,
    private readonly queries: CaseQueries,
    private readonly clock: Clock,
  ) {}

  show(actor: Actor): Promise<Record<string, readonly unknown[]>> {
    const now = this.clock.now();
    const post = actor.grants.find((grant) => grant.postId !== null)?.postId ?? undefined;
    return this.database.inTransaction(actor, async () => {
      const [row] = post ? await this.database.query<{ zone: string }>(ZONE, [post]) : [];
      const zone = row?.zone ?? 'America/Lima';
      const intakes = await this.queries.list(actor, {
        ...(post ? { post } : {}),
        view: 'unassigned',
        limit: NEW_INTAKES,
        count: false,
      });
      const day: Record<string, readonly unknown[]> = { newIntakes: intakes.items };
      for (const section of this.registry.myDay) {
        day[section.name] = await section.load(actor, now, zone);
      }
      return day;
    });
  }
}

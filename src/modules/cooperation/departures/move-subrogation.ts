import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { EndSubrogation, Subrogate } from '../../network';
import { dateOf } from '../case-work';
import type { Departure, DepartureItem } from '../entities/departure.entity';

const SUBROGATION = statement(
  'departure.subrogation',
  `SELECT post_id AS "postId", absent_account_id AS "absentAccountId", valid_from AS "validFrom",
          valid_until AS "validUntil" FROM subrogations
    WHERE id = $1 AND acting_account_id = $2 AND valid_until > now()`,
);

/** A head's powers held by subrogation: they need a resolution that names the next one (RC art. 37). */
@Injectable()
export class MoveSubrogation {
  constructor(
    private readonly database: Database,
    private readonly subrogate: Subrogate,
    private readonly end: EndSubrogation,
    private readonly clock: Clock,
  ) {}

  /** False when they are no longer the leaver's. 422 RESOLUTION_NEEDED. */
  async run(departure: Departure, item: DepartureItem): Promise<boolean> {
    const [held] = await this.database.query<{
      postId: string;
      absentAccountId: string | null;
      validFrom: Date;
      validUntil: Date;
    }>(SUBROGATION, [item.subjectId, departure.accountId]);
    if (!held) return false;
    if (!departure.resolution) throw new DomainError('RESOLUTION_NEEDED');
    const system = Actor.system();
    await this.end.run(system, held.postId, item.subjectId, departure.reason);
    const now = dateOf(this.clock.now());
    const from = held.validFrom > now ? held.validFrom : now;
    await this.subrogate.run(system, held.postId, {
      actingAccountId: item.receiverId,
      absentAccountId: held.absentAccountId,
      validFrom: Temporal.Instant.fromEpochMilliseconds(from.getTime()).toString(),
      validUntil: held.validUntil.toISOString(),
      resolution: departure.resolution,
    });
    return true;
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';

const ZONE = statement('cases.zone-at-post', 'SELECT time_zone AS zone FROM posts WHERE id = $1');

/** The present, and the day that a post's own calendar shows. */
@Injectable()
export class CivilDays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  now(): Temporal.Instant {
    return this.clock.now();
  }

  /** Within the ambient transaction. */
  async todayAt(postId: string): Promise<Temporal.PlainDate> {
    const [post] = await this.database.query<{ zone: string }>(ZONE, [postId]);
    return this.now()
      .toZonedDateTimeISO(post?.zone ?? 'America/Lima')
      .toPlainDate();
  }
}

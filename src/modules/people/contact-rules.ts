import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { forbids, type ContactChannel, type RestrictionScope } from './domain/contact-restriction';

const STANDING = statement(
  'people.contact_restrictions',
  `SELECT channel, post_id AS "postId", since, until, lifted_at AS "liftedAt"
     FROM app.contact_restrictions_of($1)`,
);

interface Row {
  channel: ContactChannel | null;
  postId: string | null;
  since: Date;
  until: Date | null;
  liftedAt: Date | null;
}

export interface Contact {
  channel: ContactChannel;
  /** The post that makes it. */
  postId: string | null;
  at: Temporal.Instant;
}

/** The one place that says whether the service may contact somebody. */
@Injectable()
export class ContactRules {
  constructor(private readonly database: Database) {}

  /**
   * Inside a transaction: every restriction of a person, whichever of their records carries it and
   * whoever asks, so that nobody who may write to them misses one.
   */
  async of(personId: string): Promise<RestrictionScope[]> {
    const rows = await this.database.query<Row>(STANDING, [personId]);
    return rows.map(({ channel, postId, since, until, liftedAt }) => ({
      channel,
      postId,
      since: since.getTime(),
      until: until?.getTime() ?? null,
      liftedAt: liftedAt?.getTime() ?? null,
    }));
  }

  /**
   * Inside a transaction: refuses a contact that a restriction forbids. The refusal says that there is
   * one, never why: whoever reads it may be looking over an officer's shoulder.
   * @throws DomainError DO_NOT_CONTACT (409)
   */
  async assertAllowed(personId: string, { channel, postId, at }: Contact): Promise<void> {
    const contact = { channel, postId, at: at.epochMilliseconds };
    if ((await this.of(personId)).some((restriction) => forbids(restriction, contact))) {
      throw new DomainError('DO_NOT_CONTACT', { status: 409 });
    }
  }
}

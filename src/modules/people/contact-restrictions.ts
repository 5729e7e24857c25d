import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import type { ContactChannel, RestrictionGround } from './domain/contact-restriction';
import { PersonFile } from './person-file';
import { PersonWork } from './person-work';
import { ContactRestriction } from './ties.entity';

const KNOWN_POST = statement('people.known_post', 'SELECT 1 AS found FROM posts WHERE id = $1');

export interface NewRestriction {
  channel?: ContactChannel | null;
  postId?: string | null;
  ground: RestrictionGround;
  reason: string;
  /** ISO instant after now; absent: until it is lifted. */
  until?: string | null;
}

/** "Do not contact": set with a reason from now on, lifted with a reason, never erased. */
@Injectable()
export class ContactRestrictions {
  constructor(
    private readonly database: Database,
    private readonly work: PersonWork,
    private readonly file: PersonFile,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, id: string, body: NewRestriction): Promise<{ id: string }> {
    const added = { action: 'person.contact_restricted', field: 'contactRestrictions' };
    return this.work.on(actor, id, added, async () => {
      const now = this.clock.now();
      const until = body.until ? Temporal.Instant.from(body.until) : null;
      if (until && Temporal.Instant.compare(until, now) <= 0) {
        throw invalidField('until', 'notInPast');
      }
      const [post] = body.postId ? await this.database.query(KNOWN_POST, [body.postId]) : [true];
      if (!post) throw invalidField('postId', 'UNKNOWN_POST');
      const restriction = {
        id: newId(),
        personId: id,
        channel: body.channel ?? null,
        postId: body.postId ?? null,
        ground: body.ground,
        reason: ProtectedText.clear(body.reason),
        since: new Date(now.epochMilliseconds),
        until: until && new Date(until.epochMilliseconds),
        recordedBy: actor.accountId,
      };
      await this.database.manager.insert(ContactRestriction, restriction);
      return { id: restriction.id };
    });
  }

  /** 409 RESTRICTION_LIFTED when somebody lifted it already. */
  lift(actor: Actor, id: string, restrictionId: string, reason: string): Promise<{ id: string }> {
    const lifted = { action: 'person.contact_restriction_lifted', field: 'contactRestrictions' };
    return this.work.on(actor, id, lifted, async () => {
      const { manager } = this.database;
      const restriction = await manager.findOneBy(ContactRestriction, {
        id: restrictionId,
        personId: In(await this.file.recordsOf(id)),
      });
      if (!restriction) throw notFound();
      if (restriction.liftedAt) throw new DomainError('RESTRICTION_LIFTED', { status: 409 });
      await manager.update(ContactRestriction, restrictionId, {
        liftedAt: new Date(this.clock.now().epochMilliseconds),
        liftedBy: actor.accountId,
        liftedReason: ProtectedText.clear(reason),
      });
      return { id: restrictionId };
    });
  }
}

import { Temporal } from '@js-temporal/polyfill';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { isHeldAt } from '../domain/staff-role';
import { Posts } from '../posts/posts';
import { SeparationOfDuties } from './separation-of-duties';
import './staff-refusals';
import { Subrogation } from './subrogation.entity';

const IS_HEAD = statement(
  'network.is-head-of',
  `SELECT 1 AS found FROM staff_roles
    WHERE post_id = $1 AND account_id = $2 AND role = 'head_of_post'
      AND tstzrange(valid_from, valid_until) && tstzrange($3, $4) LIMIT 1`,
);

export interface SubrogationInput {
  actingAccountId: string;
  /** Whose place is taken; absent when the post has no head. */
  absentAccountId?: string | null;
  /** Instant; absent: now. */
  validFrom?: string;
  validUntil: string;
  /** Number of the resolution. */
  resolution: string;
}

export type SubrogationView = Required<SubrogationInput> & { id: string; postId: string };

/** RC art. 37: an acting head holds the full powers of the head of post between two instants. */
@Injectable()
export class Subrogate {
  constructor(
    private readonly database: Database,
    private readonly posts: Posts,
    private readonly duties: SeparationOfDuties,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** 409 POST_ALREADY_SUBROGATED: one acting head at a time. */
  async run(actor: Actor, postId: string, input: SubrogationInput): Promise<SubrogationView> {
    actor.require('post.manage');
    const now = this.clock.now();
    const from = input.validFrom ? Temporal.Instant.from(input.validFrom) : now;
    const until = Temporal.Instant.from(input.validUntil);
    if (Temporal.Instant.compare(from, until) >= 0) {
      throw invalidField('validUntil', 'period_ends_first');
    }
    if (Temporal.Instant.compare(until, now) <= 0) throw invalidField('validUntil', 'notInPast');
    if (input.absentAccountId === input.actingAccountId) {
      throw invalidField('absentAccountId', 'acting_for_oneself');
    }
    return this.database.inTransaction(actor, async () => {
      const post = await this.posts.get(actor, postId);
      if (!isHeldAt('head_of_post', post.kind)) throw new DomainError('POST_HAS_NO_HEAD');
      const { actingAccountId, absentAccountId } = input;
      await this.duties.assertMayHold(
        actingAccountId,
        'actingAccountId',
        'head_of_post',
        from,
        until,
      );
      if (absentAccountId) {
        const period = [from.toString(), until.toString()];
        const [head] = await this.database.query(IS_HEAD, [postId, absentAccountId, ...period]);
        if (!head) throw invalidField('absentAccountId', 'absent_is_no_head');
      }
      const view: SubrogationView = {
        id: newId(),
        postId,
        actingAccountId,
        absentAccountId: absentAccountId ?? null,
        validFrom: from.toString(),
        validUntil: until.toString(),
        resolution: input.resolution.normalize('NFC'),
      };
      await this.database.manager.insert(Subrogation, {
        ...view,
        validFrom: new Date(from.epochMilliseconds),
        validUntil: new Date(until.epochMilliseconds),
        grantedBy: actor.accountId,
      });
      await this.audit.record({
        action: 'head.subrogated',
        subjectType: 'post',
        subjectId: postId,
        details: { ...view, resolution: undefined },
      });
      return view;
    });
  }
}

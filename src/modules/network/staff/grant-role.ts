import { Temporal } from '@js-temporal/polyfill';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { isHeldAt, type StaffRole } from '../domain/staff-role';
import { Post } from '../posts/post.entity';
import { SeparationOfDuties } from './separation-of-duties';
import './staff-refusals';
import { StaffRoleGrant } from './staff-role.entity';

const REGION = statement('network.region', 'SELECT code FROM regions WHERE code = $1');

export interface RoleInput {
  accountId: string;
  role: StaffRole;
  /** Absent: at headquarters. */
  postId?: string | null;
  /** Of a role at headquarters; absent: the world. */
  region?: string | null;
  /** Instant; absent: now. */
  validFrom?: string;
  /** Instant; absent: until further notice. */
  validUntil?: string | null;
  reason: string;
}

export interface RoleView {
  id: string;
  accountId: string;
  role: StaffRole;
  postId: string | null;
  region: string | null;
  validFrom: string;
  validUntil: string | null;
}

/** Gives an account a role between two instants; it counts from the next request on. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly database: Database,
    private readonly duties: SeparationOfDuties,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * 409 ROLE_ALREADY_HELD when the periods overlap, 422 ROLES_INCOMPATIBLE when accounts and cases
   * would meet in one hand, 422 VALIDATION_FAILED for a role that is not held at that place.
   */
  async run(actor: Actor, input: RoleInput): Promise<RoleView> {
    actor.require('account.manage');
    const from = input.validFrom ? Temporal.Instant.from(input.validFrom) : this.clock.now();
    const until = input.validUntil ? Temporal.Instant.from(input.validUntil) : null;
    if (until && Temporal.Instant.compare(from, until) >= 0) {
      throw invalidField('validUntil', 'period_ends_first');
    }
    return this.database.inTransaction(actor, async () => {
      await this.checkPlace(input);
      await this.duties.assertMayHold(input.accountId, 'accountId', input.role, from, until);
      const view: RoleView = {
        id: newId(),
        accountId: input.accountId,
        role: input.role,
        postId: input.postId ?? null,
        region: input.region ?? null,
        validFrom: from.toString(),
        validUntil: until?.toString() ?? null,
      };
      await this.database.manager.insert(StaffRoleGrant, {
        ...view,
        validFrom: new Date(from.epochMilliseconds),
        validUntil: until && new Date(until.epochMilliseconds),
        grantedBy: actor.accountId,
        reason: input.reason.normalize('NFC'),
      });
      await this.audit.record({
        action: 'role.granted',
        subjectType: 'account',
        subjectId: input.accountId,
        details: { ...view, accountId: undefined },
      });
      return view;
    });
  }

  private async checkPlace({ role, postId, region }: RoleInput): Promise<void> {
    const post = postId ? await this.database.manager.findOneBy(Post, { id: postId }) : null;
    if (postId && !post) throw invalidField('postId', 'post_unknown');
    if (!isHeldAt(role, post?.kind ?? null)) throw invalidField('postId', 'role_held_elsewhere');
    if (!region) return;
    if (post) throw invalidField('region', 'region_of_headquarters');
    const [known] = await this.database.query(REGION, [region]);
    if (!known) throw invalidField('region', 'region_unknown');
  }
}

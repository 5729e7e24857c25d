import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Posts } from '../posts/posts';
import { Staff, type DatedRole, type StaffMember } from './staff';

/** The staff of a post now; at headquarters, everyone whose role is held there. */
@Injectable()
export class ListStaff {
  constructor(
    private readonly database: Database,
    private readonly posts: Posts,
    private readonly staff: Staff,
    private readonly clock: Clock,
  ) {}

  /** Everyone who serves at the post now or will: roles, temporary designations, subrogations. */
  async dated(actor: Actor, postId: string): Promise<{ items: DatedRole[] }> {
    return this.database.inTransaction(actor, async () => {
      await this.posts.get(actor, postId);
      return { items: await this.staff.datedAt(postId, this.clock.now()) };
    });
  }

  async run(actor: Actor, postId: string): Promise<{ items: StaffMember[] }> {
    return this.database.inTransaction(actor, async () => {
      const post = await this.posts.get(actor, postId);
      const now = this.clock.now();
      const items =
        post.kind === 'headquarters'
          ? await this.staff.ofHeadquarters(now)
          : await this.staff.ofPost(postId, now);
      return { items };
    });
  }
}

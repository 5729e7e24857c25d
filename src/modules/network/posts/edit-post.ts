import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { Revisions } from '../../../platform/database/revisions';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { CalendarChanges } from '../calendars/calendar-changes';
import { isCareerPost, isSupervised, type PostState } from '../domain/post-kind';
import { isSubdivisionOf } from '../domain/standards';
import { Post } from './post.entity';
import { Posts, type PostView } from './posts';

/** What may be edited; kind, code and country come from the register that is imported. */
export interface PostEdit {
  name?: string;
  city?: string;
  subdivision?: string | null;
  parentId?: string | null;
  timeZone?: string;
  latitude?: number;
  longitude?: number;
  currency?: string;
  languages?: string[];
  state?: PostState;
}

/** Fields that decide which days a post works. */
const CALENDAR_FIELDS: readonly string[] = ['timeZone', 'subdivision'];

@Injectable()
export class EditPost {
  constructor(
    private readonly database: Database,
    private readonly revisions: Revisions,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
    private readonly posts: Posts,
  ) {}

  /** 412 with what changed when `version` is not the current one. */
  async run(actor: Actor, id: string, version: number, edit: PostEdit): Promise<PostView> {
    actor.require('post.manage');
    return this.database.inTransaction(actor, async () => {
      const { manager } = this.database;
      const post = await manager.findOne(Post, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!post) throw notFound();
      await this.revisions.assertCurrent('post', id, post.version, version, post);
      const changes = changedFields(post, edit);
      const fields = Object.keys(changes);
      if (fields.length === 0) return this.posts.get(actor, id);
      await this.check(post, changes);
      await manager.update(Post, id, { ...changes, version: version + 1 });
      await this.revisions.record('post', id, version + 1, fields, post);
      if (fields.some((field) => CALENDAR_FIELDS.includes(field))) await this.changes.announce(id);
      await this.audit.record({
        action: 'post.edited',
        subjectType: 'post',
        subjectId: id,
        before: post,
        after: { ...post, ...changes },
        details: { fields },
      });
      return this.posts.get(actor, id);
    });
  }

  private async check(post: Post, edit: PostEdit): Promise<void> {
    if (edit.subdivision && !isSubdivisionOf(post.country, edit.subdivision)) {
      throw invalidField('subdivision', 'subdivision_of_country');
    }
    if (edit.state === 'closed' && post.kind === 'headquarters') {
      throw new DomainError('HEADQUARTERS_STAYS_OPEN');
    }
    if (!edit.parentId) return;
    if (!isSupervised(post.kind)) throw invalidField('parentId', 'parent_not_allowed');
    const parent = await this.database.manager.findOneBy(Post, { id: edit.parentId });
    if (!parent) throw invalidField('parentId', 'parent_unknown');
    if (!isCareerPost(parent.kind)) throw invalidField('parentId', 'parent_not_career');
  }
}

function changedFields(post: Post, edit: PostEdit): PostEdit {
  const given = Object.entries(edit).filter(
    ([field, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(post[field as keyof Post]),
  );
  return Object.fromEntries(given) as PostEdit;
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { PostTag } from './post-tag.entity';

/** A vocabulary that stays small enough to be read at a glance (default). */
export const MOST_TAGS_OF_A_POST = 40;

const OF_POST = statement(
  'cases.tags-of-post',
  `SELECT id, label, retired_at IS NOT NULL AS retired FROM post_tags WHERE post_id = $1
    ORDER BY retired_at IS NOT NULL, lower(label)`,
);
const ADD = statement(
  'cases.add-tag',
  `INSERT INTO post_tags (id, post_id, label, created_by) VALUES ($1, $2, $3, app.account())
   ON CONFLICT DO NOTHING RETURNING id`,
);
const IN_USE = statement(
  'cases.count-tags',
  'SELECT count(*)::int AS n FROM post_tags WHERE post_id = $1 AND retired_at IS NULL',
);
const POST = statement('cases.tag-post', 'SELECT id FROM posts WHERE id = $1');

export interface TagView {
  id: string;
  label: string;
  /** No longer offered; cases that bear it keep it. */
  retired: boolean;
}

/** Each post's own words to sort its cases by. */
@Injectable()
export class PostTags {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Empty for a post that the reader does not reach. */
  list(actor: Actor, postId: string): Promise<{ items: TagView[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query<TagView>(OF_POST, [postId]),
    }));
  }

  /** 409 TAG_EXISTS; 422 TOO_MANY_TAGS. */
  add(actor: Actor, postId: string, body: { label: string }): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const [post] = await this.database.query(POST, [postId]);
      if (!post) throw notFound();
      actor.require('tag.manage', postId);
      const [used] = await this.database.query<{ n: number }>(IN_USE, [postId]);
      if (used!.n >= MOST_TAGS_OF_A_POST) {
        throw new DomainError('TOO_MANY_TAGS', { params: { most: MOST_TAGS_OF_A_POST } });
      }
      const id = newId();
      const label = body.label.trim().replaceAll(/\s+/g, ' ').normalize('NFC');
      const added = await this.database.query(ADD, [id, postId, label]);
      if (added.length === 0) throw new DomainError('TAG_EXISTS', { status: 409 });
      await this.audit.record({ action: 'tag.added', subjectType: 'post_tag', subjectId: id });
      return { id };
    });
  }

  /** Offers the tag no longer; cases keep it. Again is no fault. */
  retire(actor: Actor, id: string): Promise<void> {
    return this.database.inTransaction(actor, async () => {
      const tag = await this.database.manager.findOneBy(PostTag, { id });
      if (!tag) throw notFound();
      actor.require('tag.manage', tag.postId);
      if (tag.retiredAt) return;
      const retiredAt = new Date(this.clock.now().epochMilliseconds);
      await this.database.manager.update(PostTag, id, { retiredAt });
      await this.audit.record({ action: 'tag.retired', subjectType: 'post_tag', subjectId: id });
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { CaseFiles } from '../case-files';
import type { Case } from '../case.entity';
import { assertOpen } from '../domain/case-transitions';

const OFFERED = statement(
  'cases.tags-offered',
  `SELECT id FROM post_tags WHERE post_id = $1 AND id = ANY ($2) AND retired_at IS NULL`,
);
/** Not an edit that another edit could collide with: the version stays. */
const SET = statement('cases.set-tags', 'UPDATE cases SET tag_ids = $2 WHERE id = $1');

export interface TagChange {
  add: readonly string[];
  remove: readonly string[];
}

/** Puts tags of the post on a case and takes them off. Closed cases keep theirs. */
@Injectable()
export class TagCase {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly audit: Audit,
  ) {}

  /** Returns the tags that were really added and removed. 422 TAG_OF_ANOTHER_POST, TOO_MANY_TAGS. */
  run(actor: Actor, id: string, change: TagChange): Promise<TagChange> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(id);
      const made = await this.examine(actor, file, change);
      if (made.add.length + made.remove.length === 0) return made;
      const tags = file.tagIds.filter((tag) => !made.remove.includes(tag)).concat(made.add);
      await this.database.query(SET, [id, tags]);
      await this.audit.record({
        action: 'case.tagged',
        subjectType: 'case',
        subjectId: id,
        details: { ...made },
      });
      return made;
    });
  }

  /** What `run` would change; throws what it would refuse with. */
  async examine(actor: Actor, file: Case, change: TagChange): Promise<TagChange> {
    assertOpen(file.status);
    actor.require('case.edit', file.postId);
    const add = change.add.filter((tag) => !file.tagIds.includes(tag));
    const remove = change.remove.filter((tag) => file.tagIds.includes(tag));
    if (add.length > 0) {
      const offered = await this.database.query<{ id: string }>(OFFERED, [file.postId, add]);
      if (offered.length < add.length) {
        throw new DomainError('TAG_OF_ANOTHER_POST', {
          errors: [{ path: 'add', code: 'TAG_OF_ANOTHER_POST' }],
        });
      }
    }
    const most = 20;
    if (file.tagIds.length + add.length - remove.length > most) {
      throw new DomainError('TOO_MANY_TAGS', { params: { most } });
    }
    return { add, remove };
  }
}

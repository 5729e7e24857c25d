import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor';
import { DomainError } from '../../../platform/errors/domain-error';
import type { Json, OperationRow, RowEnd } from '../../../platform/operations/operation';
import { CaseFiles, TagCase, type Case, type TagChange } from '../../cases';
import { kindOf, type BulkAction, type BulkInput } from '../bulk-action';

const change = z.object({ add: z.array(z.uuid()), remove: z.array(z.uuid()) });

/** Puts tags of the post on each case and takes them off. */
@Injectable()
export class TagAction implements BulkAction {
  readonly kind = kindOf('tag');

  constructor(
    private readonly files: CaseFiles,
    private readonly tag: TagCase,
  ) {}

  toParams({ add = [], remove = [] }: BulkInput): Json {
    return { add, remove };
  }

  async examine(actor: Actor, file: Case, given: Json): Promise<boolean> {
    return changes(await this.tag.examine(actor, file, change.parse(given)));
  }

  async run(actor: Actor, given: Json, { subjectId }: OperationRow): Promise<RowEnd> {
    const made = await this.tag.run(actor, subjectId, change.parse(given));
    if (!changes(made)) return { state: 'unchanged' };
    return { state: 'done', before: {}, after: { ...made } };
  }

  /** Takes off what was put on and the reverse, unless somebody has done otherwise since. */
  async undo(actor: Actor, _: Json, { subjectId, after }: OperationRow): Promise<RowEnd> {
    const made = change.parse(after);
    const { tagIds } = await this.files.lock(subjectId);
    const asLeft =
      made.add.every((tag) => tagIds.includes(tag)) &&
      made.remove.every((tag) => !tagIds.includes(tag));
    if (!asLeft) throw new DomainError('CHANGED_SINCE', { status: 409 });
    const back = { add: made.remove, remove: made.add };
    await this.tag.run(actor, subjectId, back);
    return { state: 'done', before: {}, after: back };
  }
}

const changes = ({ add, remove }: TagChange): boolean => add.length + remove.length > 0;

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { CaseFiles } from '../../cases';
import { CaseWork, dateOf } from '../case-work';
import { HAND_OVER_OCCASIONS, type HandOverText } from '../domain/hand-over';
import { HandOverNote } from '../entities/hand-over.entity';
import { Readers } from '../mentions/readers';
import { WriteHandOver } from './write-hand-over';

/** What a note without a transfer may be written for. */
export const WRITTEN_OCCASIONS = HAND_OVER_OCCASIONS.filter((each) => each !== 'transfer');

const CASE_OF = statement(
  'cooperation.case-of-hand-over',
  'SELECT case_id AS "caseId" FROM hand_over_notes WHERE id = $1',
);

export interface WriteNote extends HandOverText {
  occasion: 'reassignment' | 'departure' | 'absence';
  receiverId: string;
}

/** Notes between colleagues, and the receipt that the receiver has read one. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly database: Database,
    private readonly work: CaseWork,
    private readonly notes: WriteHandOver,
    private readonly files: CaseFiles,
    private readonly readers: Readers,
  ) {}

  /** To a colleague who may see the case; 422 for anyone else, whether or not they exist. */
  write(actor: Actor, caseId: string, body: WriteNote): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'handover.write', async () => {
      if (!(await this.readers.includes(caseId, body.receiverId))) {
        throw invalidField('receiverId', 'colleague_unknown');
      }
      return { id: await this.notes.write({ ...body, caseId }) };
    });
  }

  /**
   * The receiver says that they have read it. Of a note for whoever takes the case: its assignee, or
   * the head of its post. 403 NOT_THE_RECEIVER for others, 409 HAND_OVER_ALREADY_READ.
   */
  confirm(actor: Actor, id: string): Promise<{ id: string; readAt: string }> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query<{ caseId: string }>(CASE_OF, [id]);
      if (!found) throw notFound();
      const file = await this.files.lock(found.caseId);
      const note = await this.database.manager.findOneByOrFail(HandOverNote, { id });
      const takes =
        file.assigneeId === actor.accountId || actor.can('transfer.decide', file.postId);
      const mine = note.receiverId ? note.receiverId === actor.accountId : takes;
      const own = note.authorId === actor.accountId;
      if (!mine || own) throw new DomainError('NOT_THE_RECEIVER', { status: 403 });
      if (note.readAt) throw new DomainError('HAND_OVER_ALREADY_READ', { status: 409 });
      const now = this.work.now();
      await this.database.manager.update(HandOverNote, id, {
        readAt: dateOf(now),
        readBy: actor.accountId,
      });
      await this.work.trace(file.id, 'hand_over.read', { noteId: id });
      return { id, readAt: now.toString() };
    });
  }
}

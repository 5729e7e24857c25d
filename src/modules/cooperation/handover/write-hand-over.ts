import { Injectable } from '@nestjs/common';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/ids';
import { Outbox } from '../../../platform/outbox/outbox';
import { CaseWork, dateOf } from '../case-work';
import type { HandOverOccasion, HandOverText } from '../domain/hand-over';
import { HandOverNote } from '../entities/hand-over.entity';
import { TellColleagues, telling } from '../jobs/cooperation.jobs';

export interface NewHandOver extends HandOverText {
  caseId: string;
  occasion: HandOverOccasion;
  transferId?: string | null;
  receiverId?: string | null;
  /** Absent: whoever acts. */
  authorId?: string | null;
}

/** Writes a hand-over note inside the transaction of whatever hands the case on. */
@Injectable()
export class WriteHandOver {
  constructor(
    private readonly database: Database,
    private readonly work: CaseWork,
    private readonly outbox: Outbox,
  ) {}

  /** Returns the note's id; its receiver, when named, is told. */
  async write(input: NewHandOver): Promise<string> {
    const id = newId();
    const { caseId, occasion, receiverId = null, transferId = null } = input;
    await this.database.manager.insert(HandOverNote, {
      id,
      caseId,
      occasion,
      transferId,
      receiverId,
      authorId: input.authorId ?? this.database.actor.accountId,
      writtenAt: dateOf(this.work.now()),
      situation: ProtectedText.clear(input.situation),
      pending: protect(input.pending),
      risks: protect(input.risks),
      peopleToCall: protect(input.peopleToCall),
    });
    await this.work.trace(caseId, 'hand_over.written', { noteId: id, occasion, receiverId });
    if (receiverId) {
      await this.outbox.append(TellColleagues, telling('handed_over', id));
    }
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { ActNumbers } from '../act-numbers';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork, type DetentionFile } from '../detention-work';
import type { NoteVerbaleFact } from '../domain/detention-facts';
import { checkDeed, checkHappened, checkOrder } from '../domain/first-instants';
import { NoteVerbale } from '../entities/contact.entity';
import type {
  ExplainSilenceRequest,
  RecordReplyRequest,
  SendNoteVerbaleRequest,
} from '../http/dto/protection.request';
import { refuse } from '../refuse';

/** Notes verbales: sent, answered, insisted upon, or explained when no answer is to come (§3.10). */
@Injectable()
export class NotesVerbales {
  constructor(
    private readonly work: DetentionWork,
    private readonly database: Database,
    private readonly numbers: ActNumbers,
  ) {}

  send(
    actor: Actor,
    caseId: string,
    body: SendNoteVerbaleRequest,
  ): Promise<{ id: string; actNumber: string }> {
    return this.work.on(actor, caseId, ['contact.record'], async (file) => {
      const id = newId();
      const sentAt = instantOf(body.sentAt);
      const contact = file.facts.contacts.find((c) => c.id === body.contactId);
      const follows = file.facts.notesVerbales.find((n) => n.id === body.followsId);
      refuse([
        ...checkDeed('sentAt', sentAt, file.facts, file.now),
        ...checkOrder('sentAt', sentAt, contact?.occurredAt, 'BEFORE_THE_DENIAL'),
        ...checkOrder('sentAt', sentAt, follows?.sentAt, 'BEFORE_THE_FIRST_NOTE'),
        ...(body.contactId && !contact ? [{ path: 'contactId', code: 'NOT_IN_THIS_CASE' }] : []),
        ...(body.followsId && !follows ? [{ path: 'followsId', code: 'NOT_IN_THIS_CASE' }] : []),
      ]);
      this.work.insert(NoteVerbale, {
        id,
        caseId,
        contactId: contact?.id ?? null,
        followsId: follows?.id ?? null,
        actNumber: null,
        authority: body.authority,
        subject: ProtectedText.clear(body.subject),
        sentAt,
        repliedAt: null,
        reply: null,
        replyKind: null,
        explainedAt: null,
        explanation: null,
      });
      await this.work.record(file, {
        kind: 'note_verbale.sent',
        id,
        occurredAt: sentAt,
        data: {
          noteVerbaleId: id,
          authority: body.authority,
          contactId: contact?.id ?? null,
          followsId: follows?.id ?? null,
        },
        action: 'note_verbale',
      });
      return { id, actNumber: await this.numbers.give(file, 'note_verbale', id) };
    });
  }

  /** Records the reply; 409 when it is already there. */
  reply(
    actor: Actor,
    caseId: string,
    id: string,
    body: RecordReplyRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['contact.record'], async (file) => {
      const note = this.awaiting(file, id);
      const repliedAt = instantOf(body.repliedAt);
      refuse([
        ...checkHappened('repliedAt', repliedAt, file.now),
        ...checkOrder('repliedAt', repliedAt, note.sentAt, 'BEFORE_THE_NOTE'),
      ]);
      await this.database.manager.update(NoteVerbale, id, {
        repliedAt,
        replyKind: body.kind,
        reply: protect(body.reply),
      });
      await this.work.record(file, {
        kind: 'note_verbale.replied',
        id,
        occurredAt: repliedAt,
        data: { noteVerbaleId: id, reply: body.kind, text: protect(body.reply) },
      });
      return { id };
    });
  }

  /** Records why no reply is expected any more, so that the file may close without one. */
  explain(
    actor: Actor,
    caseId: string,
    id: string,
    body: ExplainSilenceRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      this.awaiting(file, id);
      await this.database.manager.update(NoteVerbale, id, {
        explainedAt: file.now,
        explanation: ProtectedText.clear(body.explanation),
      });
      await this.work.record(file, {
        kind: 'note_verbale.explained',
        id,
        occurredAt: file.now,
        data: { noteVerbaleId: id, explanation: ProtectedText.clear(body.explanation) },
      });
      return { id };
    });
  }

  private awaiting(file: DetentionFile, id: string): NoteVerbaleFact {
    const note = file.facts.notesVerbales.find((n) => n.id === id);
    if (!note) throw notFound();
    if (note.repliedAt) throw new DomainError('NOTE_ALREADY_ANSWERED', { status: 409 });
    return note;
  }
}

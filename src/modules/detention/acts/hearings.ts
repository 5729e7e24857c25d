import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork } from '../detention-work';
import { checkHappened, checkOrder, checkPlausible } from '../domain/first-instants';
import { Hearing, HearingNote } from '../entities/proceedings.entity';
import type { NoteHearingRequest, ScheduleHearingRequest } from '../http/dto/course.request';
import { refuse } from '../refuse';

/** Hearings of the proceedings, and what became of each (rules §3.6). */
@Injectable()
export class Hearings {
  constructor(private readonly work: DetentionWork) {}

  schedule(actor: Actor, caseId: string, body: ScheduleHearingRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const id = newId();
      const at = instantOf(body.at);
      refuse([
        ...checkPlausible('at', at, file.now),
        ...checkOrder('at', at, file.facts.detainedAt, 'BEFORE_DETENTION'),
      ]);
      this.work.insert(Hearing, { id, caseId, at, kind: body.kind, court: body.court });
      await this.work.record(file, {
        kind: 'hearing.scheduled',
        id,
        occurredAt: file.now,
        data: { hearingId: id, at: at.toString(), hearingKind: body.kind, court: body.court },
      });
      return { id };
    });
  }

  /** A hearing that was held is noted after it; one that was called off may be noted before. */
  note(
    actor: Actor,
    caseId: string,
    hearingId: string,
    body: NoteHearingRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const hearing = file.facts.hearings.find((h) => h.id === hearingId);
      if (!hearing) throw notFound();
      const id = newId();
      const occurredAt = instantOf(body.occurredAt);
      refuse([
        ...checkHappened('occurredAt', occurredAt, file.now),
        ...checkOrder('occurredAt', occurredAt, file.facts.detainedAt, 'BEFORE_DETENTION'),
        ...(body.outcome === 'held'
          ? checkOrder('occurredAt', occurredAt, hearing.at, 'BEFORE_THE_HEARING')
          : []),
      ]);
      const note = ProtectedText.clear(body.note);
      this.work.insert(HearingNote, {
        id,
        caseId,
        hearingId,
        outcome: body.outcome,
        occurredAt,
        note,
      });
      await this.work.record(file, {
        kind: 'hearing.noted',
        id,
        occurredAt,
        data: { hearingId, noteId: id, outcome: body.outcome, note },
      });
      return { id };
    });
  }
}

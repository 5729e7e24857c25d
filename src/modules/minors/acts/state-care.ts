import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import type { CareFact } from '../domain/minor-facts';
import { StateCareHearing, StateCareOrder, StateCareStep } from '../entities/proceedings.entity';
import type {
  EndStateCareRequest,
  NoteCareHearingRequest,
  RecordCareStepRequest,
  RecordStateCareRequest,
  ScheduleCareHearingRequest,
} from '../http/dto/proceedings.requests';
import { MinorWork, pastDayIn, type MinorFile } from '../minor-work';

/** No hearing about a child is farther away than this. */
const FARTHEST_HEARING_YEARS = 18;

/** The care of a State: its order, hearings, what passes with the authority, and how it ends. */
@Injectable()
export class StateCare {
  constructor(private readonly work: MinorWork) {}

  record(actor: Actor, caseId: string, body: RecordStateCareRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const id = newId();
      const { placement } = body;
      this.work.insert(StateCareOrder, {
        id,
        caseId,
        authority: ProtectedText.clear(body.authority),
        number: protect(body.number),
        since: pastDayIn(file, body.since, 'since'),
        placement,
        placementNote: protect(body.placementNote),
        endedAt: null,
        outcome: null,
        outcomeNote: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'state_care.recorded',
        id,
        data: { careId: id, placement },
      });
      return { id };
    });
  }

  /** 409 CARE_HAS_ENDED a second time. */
  end(
    actor: Actor,
    caseId: string,
    id: string,
    body: EndStateCareRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const care = this.standing(file, id);
      const endedAt = momentOf(body.endedAt, file.now, 'endedAt');
      const begins = care.since.toZonedDateTime(file.facts.zone).toInstant();
      if (Temporal.Instant.compare(endedAt, begins) < 0) {
        throw invalidField('endedAt', 'BEFORE_ITS_START');
      }
      const note = protect(body.note);
      const { outcome } = body;
      const { manager } = this.work.database;
      await manager.increment(StateCareOrder, { id }, 'version', 1);
      await manager.update(StateCareOrder, id, { endedAt, outcome, outcomeNote: note });
      await this.work.record(file, {
        kind: 'state_care.ended',
        id,
        occurredAt: endedAt,
        data: { careId: id, careOutcome: outcome, note },
      });
      return { id };
    });
  }

  schedule(
    actor: Actor,
    caseId: string,
    careId: string,
    body: ScheduleCareHearingRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      this.standing(file, careId);
      const at = Temporal.Instant.from(body.at);
      const farthest = file.now.toZonedDateTimeISO(file.facts.zone);
      const latest = farthest.add({ years: FARTHEST_HEARING_YEARS }).toInstant();
      if (Temporal.Instant.compare(at, latest) > 0) throw invalidField('at', 'TOO_FAR_AHEAD');
      const id = newId();
      this.work.insert(StateCareHearing, {
        id,
        caseId,
        careId,
        at,
        court: ProtectedText.clear(body.court),
        notedAt: null,
        outcome: null,
        note: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'care_hearing.scheduled',
        id,
        data: { careId, hearingId: id, heardAt: at.toString() },
      });
      return { id };
    });
  }

  /** What became of a hearing; `held` once it has passed. 409 HEARING_ALREADY_NOTED a second time. */
  note(
    actor: Actor,
    caseId: string,
    id: string,
    body: NoteCareHearingRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const row = await manager.findOneBy(StateCareHearing, { id, caseId });
      if (!row) throw notFound();
      if (row.outcome) throw new DomainError('HEARING_ALREADY_NOTED', { status: 409 });
      const ahead = Temporal.Instant.compare(row.at, file.now) > 0;
      if (body.outcome === 'held' && ahead) throw invalidField('outcome', 'HEARING_NOT_PASSED');
      const note = ProtectedText.clear(body.note);
      const { outcome } = body;
      await manager.update(StateCareHearing, id, {
        outcome,
        notedAt: file.now,
        note,
        version: row.version + 1,
      });
      await this.work.record(file, {
        kind: 'care_hearing.noted',
        id,
        data: { careId: row.careId, hearingId: id, hearingOutcome: outcome, note },
      });
      return { id };
    });
  }

  /** The authority's notice, that the post asks to be heard, what it says (VCCR 37.b, 5.h). */
  step(
    actor: Actor,
    caseId: string,
    careId: string,
    body: RecordCareStepRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      this.standing(file, careId);
      const id = newId();
      const { step } = body;
      this.work.insert(StateCareStep, {
        id,
        caseId,
        careId,
        step,
        takenOn: pastDayIn(file, body.takenOn, 'takenOn'),
        authority: ProtectedText.clear(body.authority),
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'care_step.recorded',
        id,
        data: { careId, careStepId: id, careStep: step },
        action: 'contact_with_authority',
      });
      return { id };
    });
  }

  private standing({ facts }: MinorFile, id: string): CareFact {
    const care = facts.care.find((c) => c.id === id);
    if (!care) throw notFound();
    if (care.endedAt) throw new DomainError('CARE_HAS_ENDED', { status: 409 });
    return care;
  }
}

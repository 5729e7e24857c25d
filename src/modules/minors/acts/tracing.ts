import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { RELATIONSHIP_TRANSITIONS, type RelationshipState } from '../domain/reunification';
import { FamilyAssessment, LocatedRelative, TracingStep } from '../entities/family.entity';
import type {
  AnswerTracingRequest,
  AssessFamilyRequest,
  DecideRelationshipRequest,
  LocateRelativeRequest,
  RecordTracingRequest,
} from '../http/dto/family.requests';
import { MinorWork, pastDayIn } from '../minor-work';

/** Looking for the family: who was asked, who was found, whether they are family and can receive. */
@Injectable()
export class Tracing {
  constructor(private readonly work: MinorWork) {}

  ask(actor: Actor, caseId: string, body: RecordTracingRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const id = newId();
      const { source } = body;
      this.work.insert(TracingStep, {
        id,
        caseId,
        source,
        institution: protect(body.institution),
        askedOn: pastDayIn(file, body.askedOn, 'askedOn'),
        result: 'pending',
        answeredOn: null,
        note: protect(body.note),
        version: 1,
      });
      await this.work.record(file, {
        kind: 'tracing.asked',
        id,
        data: { tracingId: id, source },
      });
      return { id };
    });
  }

  /** 409 TRACING_ALREADY_ANSWERED a second time. */
  answer(
    actor: Actor,
    caseId: string,
    id: string,
    body: AnswerTracingRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const row = await manager.findOneBy(TracingStep, { id, caseId });
      if (!row) throw notFound();
      if (row.result !== 'pending') {
        throw new DomainError('TRACING_ALREADY_ANSWERED', { status: 409 });
      }
      const answeredOn = pastDayIn(file, body.answeredOn, 'answeredOn');
      if (answeredOn < row.askedOn) throw invalidField('answeredOn', 'BEFORE_ITS_START');
      const { result } = body;
      const note = protect(body.note) ?? row.note;
      await manager.update(TracingStep, id, { result, answeredOn, note, version: row.version + 1 });
      await this.work.record(file, {
        kind: 'tracing.answered',
        id,
        data: { tracingId: id, source: row.source, tracingResult: result },
      });
      return { id };
    });
  }

  /** Somebody of the case who was found; where, and that they were, is a restricted part. */
  locate(actor: Actor, caseId: string, body: LocateRelativeRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const personId = await this.work.guardianOf(file, body.personId);
      if (file.facts.relatives.some((r) => r.personId === personId && r.state !== 'rejected')) {
        throw new DomainError('RELATIVE_ALREADY_LOCATED', { status: 409 });
      }
      const id = newId();
      const { relation } = body;
      this.work.insert(LocatedRelative, {
        id,
        caseId,
        personId,
        relation,
        state: 'claimed',
        whereabouts: protect(body.whereabouts),
        decidedAt: null,
        proof: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'relative.located',
        id,
        data: { relativeId: id, personId, relation },
        action: 'located',
      });
      return { id };
    });
  }

  decide(
    actor: Actor,
    caseId: string,
    id: string,
    body: DecideRelationshipRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const row = await manager.findOneBy(LocatedRelative, { id, caseId });
      if (!row) throw notFound();
      const { decision } = body;
      const allowed: readonly RelationshipState[] = RELATIONSHIP_TRANSITIONS[row.state];
      if (!allowed.includes(decision)) {
        throw new DomainError('RELATIONSHIP_DOES_NOT_FOLLOW', { status: 409, allowed });
      }
      const proof = ProtectedText.clear(body.proof);
      await manager.update(LocatedRelative, id, {
        state: decision,
        decidedAt: file.now,
        proof,
        version: row.version + 1,
      });
      await this.work.record(file, {
        kind: 'relationship.decided',
        id,
        data: { relativeId: id, relationship: decision, proof },
      });
      return { id };
    });
  }

  assess(
    actor: Actor,
    caseId: string,
    relativeId: string,
    body: AssessFamilyRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (!file.facts.relatives.some((r) => r.id === relativeId)) throw notFound();
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      const { suitability } = body;
      this.work.insert(FamilyAssessment, {
        id,
        caseId,
        relativeId,
        occurredAt,
        institution: ProtectedText.clear(body.institution),
        suitability,
        report: ProtectedText.clear(body.report),
      });
      await this.work.record(file, {
        kind: 'family.assessed',
        id,
        occurredAt,
        data: { relativeId, familyAssessmentId: id, suitability },
      });
      return { id };
    });
  }
}

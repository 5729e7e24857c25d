import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { interestOf } from '../domain/plan-missing';
import {
  InterestDecisionRow,
  SearchAnswer,
  SearchInquiry,
  Sighting,
} from '../entities/search.entity';
import type {
  AnswerInquiryRequest,
  DecideInterestRequest,
  RecordSightingRequest,
  SendInquiryRequest,
} from '../http/dto/search.requests';
import { MissingWork } from '../missing-work';

/** Whether whoever asks may ask, whom the service asks, and what it hears. */
@Injectable()
export class Search {
  constructor(private readonly work: MissingWork) {}

  /** By headquarters' desk: a search may be the way of a persecutor. */
  decideInterest(
    actor: Actor,
    caseId: string,
    body: DecideInterestRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'interest.verify', async (file) => {
      const id = newId();
      const reason = ProtectedText.clear(body.reason);
      const occurredAt = file.now;
      const { decision } = body;
      this.work.insert(InterestDecisionRow, { id, caseId, decision, reason, occurredAt });
      await this.work.record(file, {
        kind: 'interest.decided',
        id,
        data: { decisionId: id, interestDecision: decision, reason },
      });
      return { id };
    });
  }

  /** 409 INTEREST_NOT_VERIFIED before headquarters has verified the interest, or after it refused. */
  send(actor: Actor, caseId: string, body: SendInquiryRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (interestOf(file.facts)?.decision !== 'verified') {
        throw new DomainError('INTEREST_NOT_VERIFIED', { status: 409 });
      }
      const sentAt = momentOf(body.sentAt, file.now, 'sentAt');
      const first = file.facts.inquiries.find(({ id }) => id === body.followsId);
      if (body.followsId && !first) throw invalidField('followsId', 'NOT_IN_THIS_CASE');
      if (first?.answeredAt) throw new DomainError('INQUIRY_ANSWERED', { status: 409 });
      if (first && Temporal.Instant.compare(sentAt, first.sentAt) < 0) {
        throw invalidField('sentAt', 'BEFORE_ITS_START');
      }
      const id = newId();
      this.work.insert(SearchInquiry, {
        id,
        caseId,
        kind: body.kind,
        authority: ProtectedText.clear(body.authority),
        note: protect(body.note),
        sentAt,
        answeredAt: null,
        followsId: body.followsId ?? null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'search_inquiry.sent',
        id,
        occurredAt: sentAt,
        data: { inquiryId: id, inquiryKind: body.kind, authority: protect(body.authority) },
        action: 'contact_with_authority',
      });
      return { id };
    });
  }

  /** That there is an answer is known to all who work the case; what it says is a restricted part. */
  answer(
    actor: Actor,
    caseId: string,
    inquiryId: string,
    body: AnswerInquiryRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const inquiry = file.facts.inquiries.find(({ id }) => id === inquiryId);
      if (!inquiry) throw notFound();
      if (inquiry.answeredAt) throw new DomainError('INQUIRY_ANSWERED', { status: 409 });
      const answeredAt = momentOf(body.answeredAt, file.now, 'answeredAt');
      if (Temporal.Instant.compare(answeredAt, inquiry.sentAt) < 0) {
        throw invalidField('answeredAt', 'BEFORE_ITS_START');
      }
      const id = newId();
      this.work.insert(SearchAnswer, {
        id,
        caseId,
        inquiryId,
        answer: ProtectedText.clear(body.answer),
      });
      await this.work.database.manager.update(
        SearchInquiry,
        { id: inquiryId, caseId },
        { answeredAt, version: 2 },
      );
      await this.work.record(file, {
        kind: 'search_inquiry.answered',
        id,
        occurredAt: answeredAt,
        data: { inquiryId },
      });
      return { id };
    });
  }

  sighting(actor: Actor, caseId: string, body: RecordSightingRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      this.work.insert(Sighting, {
        id,
        caseId,
        occurredAt,
        place: ProtectedText.clear(body.place),
        account: ProtectedText.clear(body.account),
        source: protect(body.source),
      });
      await this.work.record(file, {
        kind: 'sighting.recorded',
        id,
        occurredAt,
        tier: 'restricted',
        data: { sightingId: id },
      });
      return { id };
    });
  }
}

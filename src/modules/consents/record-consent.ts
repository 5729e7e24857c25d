import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { z } from 'zod';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles, CaseRegistry, Timeline } from '../cases';
import { Consent, ConsentWithdrawal } from './consent.entities';
import { CASE_VISIBLE, LIST_CONSENTS, LIST_OF_PERSON, PERSON_VISIBLE } from './consent.statements';
import { toConsentView, type ConsentRecord, type ConsentView } from './consent.views';
import { Consents } from './consents';
import { mayConsent, type Recipient } from './domain/consent';
import { checkRecipient } from './domain/disclosure';
import type {
  ConsentDecision,
  ConsentForm,
  ConsentGiver,
  DataCategory,
  Purpose,
} from './domain/consent-vocabulary';

export interface NewConsent {
  personId: string;
  decision: ConsentDecision;
  purpose: Purpose;
  recipient: Recipient;
  categories: DataCategory[];
  givenBy: ConsentGiver;
  giverPersonId?: string;
  givenAt?: string;
  validUntil?: string;
  form: ConsentForm;
  note?: string;
}

export interface Withdrawal {
  askedBy: ConsentGiver;
  form: ConsentForm;
  note?: string;
}

const KINDS = {
  'consent.recorded': z.object({
    consentId: z.uuid(),
    decision: z.string(),
    purpose: z.string(),
    recipientKind: z.string(),
  }),
  'consent.withdrawn': z.object({
    consentId: z.uuid(),
    purpose: z.string(),
    recipientKind: z.string(),
  }),
  'disclosure.recorded': z.object({
    disclosureId: z.uuid(),
    purpose: z.string(),
    recipientKind: z.string(),
    ground: z.string(),
    consentId: z.uuid().nullable(),
  }),
};

/** Writes down what persons say about sharing their data, and takes it back at once. */
@Injectable()
export class RecordConsent implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly consents: Consents,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly registry: CaseRegistry,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.addTimelineKinds(KINDS);
  }

  /** A consent or a refusal. 422 when the giver's word does not count for a person of that age. */
  record(actor: Actor, caseId: string, body: NewConsent): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(caseId);
      actor.require('consent.record', file.postId);
      const errors = checkRecipient(body.recipient);
      if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
      const { givenAt, validUntil } = this.period(body);
      const { recordId, age } = await this.consents.subject(caseId, body.personId, givenAt);
      if (!mayConsent(body.givenBy, age)) throw invalidField('givenBy', 'GIVER_NOT_FOR_AGE');
      const id = newId();
      await this.database.manager.insert(Consent, {
        id,
        caseId,
        personId: recordId,
        decision: body.decision,
        purpose: body.purpose,
        recipientKind: body.recipient.kind,
        recipientPersonId: body.recipient.personId ?? null,
        institutionId: body.recipient.institutionId ?? null,
        recipientName: protect(body.recipient.name),
        categories: [...new Set(body.categories)],
        givenBy: body.givenBy,
        giverPersonId: body.giverPersonId ?? null,
        givenAt: new Date(givenAt.epochMilliseconds),
        validUntil: validUntil && new Date(validUntil.epochMilliseconds),
        form: body.form,
        note: protect(body.note),
        recordedBy: actor.accountId,
      });
      const { decision, purpose } = body;
      const recipientKind = body.recipient.kind;
      await this.trace(caseId, 'consent.recorded', givenAt, {
        ...{ consentId: id, decision, purpose, recipientKind },
      });
      return { id };
    });
  }

  /** Ends a consent this instant: the next disclosure that would rest on it is refused. */
  withdraw(actor: Actor, caseId: string, id: string, body: Withdrawal): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(caseId);
      actor.require('consent.record', file.postId);
      const { manager } = this.database;
      const consent = await manager.findOneBy(Consent, { id, caseId });
      if (!consent) throw notFound();
      if (await manager.existsBy(ConsentWithdrawal, { consentId: id })) {
        throw new DomainError('CONSENT_ALREADY_WITHDRAWN', { status: 409 });
      }
      const now = this.clock.now();
      await manager.insert(ConsentWithdrawal, {
        consentId: id,
        caseId,
        withdrawnAt: new Date(now.epochMilliseconds),
        askedBy: body.askedBy,
        form: body.form,
        note: protect(body.note),
        recordedBy: actor.accountId,
      });
      const { purpose, recipientKind } = consent;
      await this.trace(caseId, 'consent.withdrawn', now, { consentId: id, purpose, recipientKind });
      return { id };
    });
  }

  /** What the persons of a case said, newest first. 404 out of reach. */
  list(actor: Actor, caseId: string): Promise<{ items: ConsentView[] }> {
    const now = this.clock.now();
    return this.database.inTransaction(actor, async () => {
      const [visible] = await this.database.query(CASE_VISIBLE, [caseId]);
      if (!visible) throw notFound();
      const rows = await this.database.query<ConsentRecord>(LIST_CONSENTS, [caseId]);
      return { items: rows.map((row) => toConsentView(row, now)) };
    });
  }

  /** What a person said in any case that the reader may see, newest first. 404 out of reach. */
  listOfPerson(actor: Actor, personId: string): Promise<{ items: ConsentView[] }> {
    const now = this.clock.now();
    return this.database.inTransaction(actor, async () => {
      const [visible] = await this.database.query(PERSON_VISIBLE, [personId]);
      if (!visible) throw notFound();
      const rows = await this.database.query<ConsentRecord>(LIST_OF_PERSON, [personId]);
      return { items: rows.map((row) => toConsentView(row, now)) };
    });
  }

  private period(body: NewConsent) {
    const now = this.clock.now();
    const givenAt = body.givenAt ? Temporal.Instant.from(body.givenAt) : now;
    const validUntil = body.validUntil ? Temporal.Instant.from(body.validUntil) : null;
    if (Temporal.Instant.compare(givenAt, now) > 0) throw invalidField('givenAt', 'notInFuture');
    if (validUntil && Temporal.Instant.compare(validUntil, givenAt) <= 0) {
      throw invalidField('validUntil', 'BEFORE_START');
    }
    return { givenAt, validUntil };
  }

  private async trace(
    caseId: string,
    kind: keyof typeof KINDS,
    occurredAt: Temporal.Instant,
    data: Record<string, unknown>,
  ): Promise<void> {
    await this.timeline.append({ caseId, kind, occurredAt, data });
    await this.audit.record({
      action: kind,
      subjectType: 'case',
      subjectId: caseId,
      details: data,
    });
  }
}

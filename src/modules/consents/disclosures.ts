import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles, Timeline } from '../cases';
import { Disclosure } from './consent.entities';
import { CASE_VISIBLE, LIST_DISCLOSURES } from './consent.statements';
import { toDisclosureView, type DisclosureRecord, type DisclosureView } from './consent.views';
import { Consents } from './consents';
import type { Recipient } from './domain/consent';
import type {
  DataCategory,
  DisclosureChannel,
  DisclosureGround,
  Purpose,
  Safeguard,
  StatedGround,
} from './domain/consent-vocabulary';
import { checkDisclosure } from './domain/disclosure';

/** Something about a person that leaves the Ministry. */
export interface NewDisclosure {
  caseId: string;
  /** Whose data. */
  personId: string;
  purpose: Purpose;
  recipient: Recipient;
  /** Kinds of data. */
  categories: readonly DataCategory[];
  /** Names of the fields (`birthDate`), never their content. */
  fieldNames?: readonly string[];
  ground: DisclosureGround;
  /** Norm and article, or number and date of the order; needed unless the ground is consent. */
  legalBasis?: string | null;
  channel: DisclosureChannel;
  crossBorder?: boolean;
  /** ISO 3166-1 alpha-2; needed when it crosses a border. */
  country?: string | null;
  safeguards?: Safeguard | null;
  /** What carries it: `{ type: 'referral', id }`. */
  subject?: { type: string; id: string };
  /** `restricted` where that something was told betrays what is restricted; absent: standard. */
  tier?: 'standard' | 'restricted';
  /** Absent: now. */
  occurredAt?: Temporal.Instant;
}

/** The register of what left the Ministry: what, to whom, when, on what ground (Ley 29733 arts. 13–15). */
@Injectable()
export class Disclosures {
  constructor(
    private readonly database: Database,
    private readonly consents: Consents,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a disclosure down inside the ambient transaction of whoever shares; the timeline and the
   * audit get it too. A private person of whom the guard says no is never told (422). With the ground `consent` it refuses (422 DISCLOSURE_NOT_CONSENTED) unless one
   * is in force; 422 with field errors when the ground does not carry it.
   */
  async record(input: NewDisclosure): Promise<{ id: string; consentId: string | null }> {
    const errors = checkDisclosure({
      recipient: input.recipient,
      categories: input.categories,
      ground: input.ground,
      legalBasis: input.legalBasis ?? null,
      crossBorder: input.crossBorder ?? false,
      country: input.country ?? null,
      safeguards: input.safeguards ?? null,
    });
    if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
    await this.files.assertMayLeave({
      caseId: input.caseId,
      to: { kind: input.recipient.kind },
      spoken: input.channel === 'telephone' || input.channel === 'in_person',
    });
    const occurredAt = input.occurredAt ?? this.clock.now();
    const { recordId } = await this.consents.subject(input.caseId, input.personId, occurredAt);
    const consentId = await this.groundOf(input, occurredAt);
    const id = newId();
    const about = { ...input, personId: recordId };
    await this.database.manager.insert(Disclosure, this.row(id, about, occurredAt, consentId));
    const { purpose, ground } = input;
    const recipientKind = input.recipient.kind;
    await this.timeline.append({
      caseId: input.caseId,
      kind: 'disclosure.recorded',
      occurredAt,
      tier: input.tier ?? 'standard',
      data: { disclosureId: id, purpose, recipientKind, ground, consentId },
    });
    await this.audit.record({
      action: 'disclosure.recorded',
      subjectType: 'case',
      subjectId: input.caseId,
      details: { disclosure: id, purpose, recipientKind, ground, consentId },
    });
    return { id, consentId };
  }

  /** A disclosure that somebody made outside the system (a call, a letter), written down by hand. */
  enter(
    actor: Actor,
    caseId: string,
    body: Omit<NewDisclosure, 'caseId' | 'occurredAt' | 'subject' | 'ground' | 'tier'> & {
      ground: StatedGround;
      occurredAt?: string;
    },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(caseId);
      actor.require('disclosure.record', file.postId);
      const now = this.clock.now();
      const occurredAt = body.occurredAt ? Temporal.Instant.from(body.occurredAt) : now;
      if (Temporal.Instant.compare(occurredAt, now) > 0) {
        throw invalidField('occurredAt', 'notInFuture');
      }
      const { id } = await this.record({ ...body, caseId, occurredAt });
      return { id };
    });
  }

  /** What left about the persons of a case, newest first. 404 out of reach. */
  list(actor: Actor, caseId: string): Promise<{ items: DisclosureView[] }> {
    return this.database.inTransaction(actor, async () => {
      const [visible] = await this.database.query(CASE_VISIBLE, [caseId]);
      if (!visible) throw notFound();
      const rows = await this.database.query<DisclosureRecord>(LIST_DISCLOSURES, [caseId]);
      return { items: rows.map(toDisclosureView) };
    });
  }

  private async groundOf(input: NewDisclosure, at: Temporal.Instant): Promise<string | null> {
    const { caseId, personId, purpose, recipient, categories } = input;
    const question = { caseId, personId, purpose, recipient, categories, at };
    if (input.ground !== 'consent') {
      await this.consents.assertMayBeTold(question);
      return null;
    }
    const { consentId } = await this.consents.assertMayDisclose(question);
    return consentId;
  }

  private row(
    id: string,
    input: NewDisclosure,
    occurredAt: Temporal.Instant,
    consentId: string | null,
  ): Omit<Disclosure, 'recordedAt'> {
    return {
      id,
      caseId: input.caseId,
      personId: input.personId,
      occurredAt: new Date(occurredAt.epochMilliseconds),
      tier: input.tier ?? 'standard',
      purpose: input.purpose,
      recipientKind: input.recipient.kind,
      recipientPersonId: input.recipient.personId ?? null,
      institutionId: input.recipient.institutionId ?? null,
      recipientName: protect(input.recipient.name),
      categories: [...new Set(input.categories)],
      fieldNames: [...new Set(input.fieldNames ?? [])],
      ground: input.ground,
      consentId,
      legalBasis: input.legalBasis?.trim() || null,
      channel: input.channel,
      crossBorder: input.crossBorder ?? false,
      country: input.country ?? null,
      safeguards: input.safeguards ?? null,
      subjectType: input.subject?.type ?? null,
      subjectId: input.subject?.id ?? null,
      recordedBy: this.database.actor.accountId,
    };
  }
}

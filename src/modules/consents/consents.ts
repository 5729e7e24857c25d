import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Clock } from '../../platform/clock/clock';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { Tellings, type Telling } from '../people';
import { CONSENTS_OF_PERSON, HOLD_CASE, SUBJECT } from './consent.statements';
import {
  isPrivate,
  mayDisclose,
  type ConsentFact,
  type DisclosureAnswer,
  type Recipient,
} from './domain/consent';
import type { DataCategory, Purpose } from './domain/consent-vocabulary';

/** What somebody is about to share. */
export interface DisclosureQuestion {
  caseId: string;
  /** Whose data. */
  personId: string;
  purpose: Purpose;
  recipient: Recipient;
  categories: readonly DataCategory[];
  /** Absent: now. */
  at?: Temporal.Instant;
}

type ConsentRow = Omit<ConsentFact, 'recipient' | 'givenAt' | 'validUntil' | 'withdrawnAt'> & {
  recipientKind: Recipient['kind'];
  recipientPersonId: string | null;
  institutionId: string | null;
  recipientName: StoredText | null;
  givenAt: Date;
  validUntil: Date | null;
  withdrawnAt: Date | null;
};

interface SubjectRow {
  recordId: string;
  birthDate: string | null;
  minor: boolean;
}

const instant = (date: Date | null): Temporal.Instant | null =>
  date && Temporal.Instant.fromEpochMilliseconds(date.getTime());

const toFact = (row: ConsentRow): ConsentFact => ({
  id: row.id,
  decision: row.decision,
  purpose: row.purpose,
  recipient: {
    kind: row.recipientKind,
    personId: row.recipientPersonId,
    institutionId: row.institutionId,
    name: row.recipientName && ProtectedText.fromStored(row.recipientName).reveal(),
  },
  categories: row.categories,
  givenBy: row.givenBy,
  givenAt: instant(row.givenAt)!,
  validUntil: instant(row.validUntil),
  form: row.form,
  withdrawnAt: instant(row.withdrawnAt),
});

/** What the persons of a case said about sharing their data, for whoever is about to share them. */
@Injectable()
export class Consents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tellings: Tellings,
  ) {}

  /**
   * Refuses (422, the guard's code) when a private person would be told something of somebody of whom
   * they may not be told, whatever the ground.
   */
  async assertMayBeTold(question: DisclosureQuestion): Promise<void> {
    const telling = this.tellingOf(question);
    if (telling) await this.tellings.assert(telling, 'disclosure', 'recipient');
  }

  /**
   * Refuses with 422 DISCLOSURE_NOT_CONSENTED (`reason` says why) unless a consent in force covers
   * the question; runs in the ambient transaction and holds off withdrawals until it ends, so that
   * what is shared in it rests on a consent that stands.
   * @returns the consent it rests on
   */
  async assertMayDisclose(question: DisclosureQuestion): Promise<{ consentId: string }> {
    await this.assertMayBeTold(question);
    await this.database.query(HOLD_CASE, [question.caseId]);
    const answer = await this.answer(question);
    if (answer.consentId === null) {
      throw new DomainError('DISCLOSURE_NOT_CONSENTED', {
        extra: { reason: answer.reason },
        errors: [{ path: 'recipient', code: answer.reason }],
      });
    }
    return { consentId: answer.consentId };
  }

  /** The same question, answered without refusing: for pages that say what may be shared. */
  async mayDisclose(question: DisclosureQuestion): Promise<DisclosureAnswer> {
    const telling = this.tellingOf(question);
    return telling && (await this.tellings.refusal(telling))
      ? { allowed: false, consentId: null, reason: 'guardianship_not_verified' }
      : this.answer(question);
  }

  private async answer(question: DisclosureQuestion): Promise<DisclosureAnswer> {
    const at = question.at ?? this.clock.now();
    const { caseId, personId, purpose, recipient, categories } = question;
    const [{ age }, rows] = await Promise.all([
      this.subject(caseId, personId, at),
      this.database.query<ConsentRow>(CONSENTS_OF_PERSON, [
        ...[caseId, personId, recipient.personId ?? null],
      ]),
    ]);
    return mayDisclose(rows.map(toFact), purpose, recipient, age, at, categories);
  }

  private tellingOf({ caseId, personId, recipient, at }: DisclosureQuestion): Telling | null {
    if (!isPrivate(recipient)) return null;
    return {
      caseId,
      aboutId: personId,
      personId: recipient.personId ?? null,
      at: at ?? this.clock.now(),
    };
  }

  /**
   * The record by which a person is in a case (what is written about them names it, so that an undone
   * merge parts it again), and their completed years at an instant; null when the birth date is not
   * known. Whoever is only known to be a child or adolescent counts as too young to consent. 422 unless
   * the person is in the case.
   */
  async subject(
    caseId: string,
    personId: string,
    at: Temporal.Instant,
  ): Promise<{ recordId: string; age: number | null }> {
    const [person] = await this.database.query<SubjectRow>(SUBJECT, [caseId, personId]);
    if (!person) throw invalidField('personId', 'NOT_IN_CASE');
    const { recordId, birthDate, minor } = person;
    if (!birthDate) return { recordId, age: minor ? 0 : null };
    const day = at.toZonedDateTimeISO('UTC').toPlainDate();
    const { years } = Temporal.PlainDate.from(birthDate).until(day, { largestUnit: 'years' });
    return { recordId, age: years };
  }
}

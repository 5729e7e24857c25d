import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { CaseFiles, type Case } from '../../cases';
import {
  Disclosures,
  type DataCategory,
  type Purpose,
  type Safeguard,
  type StatedGround,
} from '../../consents';
import { CaseWork, dateOf } from '../case-work';
import {
  assertMayReceive,
  assertSent,
  LONGEST_WAIT_DAYS,
  type ReferralOutcome,
} from '../domain/referral';
import { Referral } from '../entities/referral.entity';
import { Institutions, type InstitutionView } from './institutions';

const CASE_OF = statement(
  'cooperation.case-of-referral',
  'SELECT case_id AS "caseId" FROM referrals WHERE id = $1',
);

export interface ReferInput {
  institutionId: string;
  /** Which of its offices, and whom there. */
  office?: string;
  /** Absent: the main beneficiary. */
  personId?: string;
  purpose: Purpose;
  categories: DataCategory[];
  ground: StatedGround;
  /** Norm and article; needed unless the ground is consent. */
  legalBasis?: string;
  safeguards?: Safeguard;
  request: string;
  /** Instant by which an answer is expected; absent: the institution's own days. */
  expiresAt?: string;
}

/** Referrals to outside institutions: each sending is a disclosure, with its ground. */
@Injectable()
export class Referrals {
  constructor(
    private readonly database: Database,
    private readonly work: CaseWork,
    private readonly files: CaseFiles,
    private readonly institutions: Institutions,
    private readonly disclosures: Disclosures,
  ) {}

  /**
   * 422 for data that the institution may not receive (CATEGORY_NOT_FOR_INSTITUTION), without a
   * consent or another ground that carries it, or for an expiry that is past or too far.
   */
  send(actor: Actor, caseId: string, body: ReferInput): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'disclosure.record', async (file) => {
      const institution = await this.institutions.current(body.institutionId);
      if (!institution || institution.retired) {
        throw invalidField('institutionId', 'institution_unknown');
      }
      assertMayReceive(body.categories, institution.categories);
      const expiresAt = this.expiryOf(body, institution);
      const personId = body.personId ?? file.subjectPersonId;
      if (!personId) throw invalidField('personId', 'isNotEmpty');
      const id = newId();
      const disclosure = await this.disclose(file, id, personId, body, institution);
      await this.database.manager.insert(Referral, {
        id,
        caseId,
        personId,
        institutionId: institution.id,
        institutionVersion: institution.version,
        office: protect(body.office),
        purpose: body.purpose,
        categories: [...new Set(body.categories)],
        ground: body.ground,
        disclosureId: disclosure.id,
        request: ProtectedText.clear(body.request),
        sentBy: actor.accountId,
        sentAt: dateOf(this.work.now()),
        expiresAt: dateOf(expiresAt),
        state: 'sent',
      });
      await this.files.recordAction(caseId, 'referral', this.work.now());
      await this.work.trace(caseId, 'referral.sent', {
        referralId: id,
        institution: institution.code,
        expiresAt: expiresAt.toString(),
      });
      await this.work.replan(caseId, 'referral.sent');
      return { id };
    });
  }

  /** What came of it; `no_answer` ends a referral that stayed without one. */
  answer(
    actor: Actor,
    id: string,
    body: { outcome: ReferralOutcome; text: string },
  ): Promise<{ id: string; state: string }> {
    return this.end(actor, id, 'answered', body.outcome, body.text);
  }

  /** It is no longer asked; what was disclosed stays in the register. */
  withdraw(actor: Actor, id: string, reason: string): Promise<{ id: string; state: string }> {
    return this.end(actor, id, 'withdrawn', null, reason);
  }

  private end(
    actor: Actor,
    id: string,
    state: 'answered' | 'withdrawn',
    outcome: ReferralOutcome | null,
    text: string,
  ): Promise<{ id: string; state: string }> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query<{ caseId: string }>(CASE_OF, [id]);
      if (!found) throw notFound();
      const file = await this.files.lockOpen(found.caseId);
      actor.require('disclosure.record', file.postId);
      const referral = await this.database.manager.findOneByOrFail(Referral, { id });
      assertSent(referral.state);
      await this.database.manager.update(Referral, id, {
        state,
        outcome,
        answer: ProtectedText.clear(text),
        endedBy: actor.accountId,
        endedAt: dateOf(this.work.now()),
        version: referral.version + 1,
      });
      await this.work.trace(file.id, `referral.${state}`, { referralId: id, outcome });
      await this.work.replan(file.id, `referral.${state}`);
      return { id, state };
    });
  }

  private disclose(
    file: Case,
    id: string,
    personId: string,
    body: ReferInput,
    institution: InstitutionView,
  ): Promise<{ id: string }> {
    const abroad = !institution.peruvian;
    return this.disclosures.record({
      caseId: file.id,
      personId,
      purpose: body.purpose,
      recipient: { kind: institution.recipientKind, institutionId: institution.id },
      categories: body.categories,
      ground: body.ground,
      legalBasis: body.legalBasis ?? null,
      channel: 'referral',
      crossBorder: abroad,
      country: abroad ? file.country : null,
      safeguards: body.safeguards ?? null,
      subject: { type: 'referral', id },
    });
  }

  private expiryOf(body: ReferInput, { answerDays }: InstitutionView): Temporal.Instant {
    const now = this.work.now();
    if (!body.expiresAt) return now.add({ hours: 24 * answerDays });
    const expiresAt = Temporal.Instant.from(body.expiresAt);
    const latest = now.add({ hours: 24 * LONGEST_WAIT_DAYS });
    if (
      Temporal.Instant.compare(expiresAt, now) <= 0 ||
      Temporal.Instant.compare(expiresAt, latest) > 0
    ) {
      throw invalidField('expiresAt', 'expiry_out_of_range');
    }
    return expiresAt;
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf, pastDay } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Disclosures } from '../../consents';
import { RECIPIENTS_OF_HEADQUARTERS } from '../domain/protection';
import {
  IdentityCheck,
  ReflectionPeriod,
  TraffickingReferral,
} from '../entities/protection.entity';
import type {
  AnswerOfAuthorityRequest,
  CheckIdentityRequest,
  InformAuthorityRequest,
  RecordReflectionRequest,
} from '../http/dto/protection.requests';
import { TraffickingWork, type TraffickingFile } from '../trafficking-work';

type Kept = Promise<{ id: string }>;

/** On what norm each is told (rules §5). */
const LEGAL_BASIS = 'D.S. 001-2016-IN arts. 26 y 37; D.S. 005-2016-IN §4';

/** Who the person is, who must be told, and the time to think. */
@Injectable()
export class ProtectVictim {
  constructor(
    private readonly work: TraffickingWork,
    private readonly disclosures: Disclosures,
  ) {}

  /** Identity, nationality and age, with the evidence; doubt about age counts as minority. */
  checkIdentity(actor: Actor, caseId: string, body: CheckIdentityRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { nationalityFinding, ageFinding } = body;
      if ((nationalityFinding === 'other') !== Boolean(body.nationality)) {
        throw invalidField('nationality', body.nationality ? 'NOT_NEEDED' : 'isNotEmpty');
      }
      const checkedAt = momentOf(body.checkedAt, file.now, 'checkedAt');
      const id = newId();
      this.work.insert(IdentityCheck, {
        ...{ id, caseId, nationalityFinding, ageFinding, checkedAt },
        nationality: body.nationality ?? null,
        evidence: ProtectedText.clear(body.evidence),
      });
      await this.work.record(file, {
        kind: 'identity.checked',
        id,
        occurredAt: checkedAt,
        data: { checkId: id, nationalityFinding, ageFinding },
      });
      return { id };
    });
  }

  /**
   * The post tells the host prosecutor and headquarters; headquarters' protection desk, inside the
   * circle, tells the police unit and the cooperation unit (403 for anybody else). What is told
   * outside the Ministry enters the register of disclosures. 409 ALREADY_INFORMED.
   */
  inform(actor: Actor, caseId: string, body: InformAuthorityRequest): Kept {
    const { recipient, state } = body;
    const isDesks = RECIPIENTS_OF_HEADQUARTERS.includes(recipient);
    return this.work.on(actor, caseId, isDesks ? 'glass.review' : 'case.edit', async (file) => {
      const { referrals } = file.facts;
      if (isDesks && !referrals.some((r) => r.recipient === 'headquarters')) {
        throw new DomainError('HEADQUARTERS_NOT_INFORMED', { status: 409 });
      }
      if (referrals.some((r) => r.recipient === recipient && r.state !== 'withheld')) {
        throw new DomainError('ALREADY_INFORMED', { status: 409 });
      }
      if (state === 'withheld' && !body.note) throw invalidField('note', 'isNotEmpty');
      if (state === 'withheld' && recipient === 'headquarters') {
        throw invalidField('state', 'HEADQUARTERS_IS_ALWAYS_TOLD');
      }
      if (state === 'sent' && recipient !== 'headquarters' && !body.authority) {
        throw invalidField('authority', 'isNotEmpty');
      }
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      this.work.insert(TraffickingReferral, {
        ...{ id, caseId, recipient, state, occurredAt, answeredAt: null, answer: null },
        authority: protect(body.authority),
        number: protect(body.number),
        note: protect(body.note),
      });
      if (state === 'sent' && recipient !== 'headquarters') {
        await this.disclose(file, body, id, occurredAt);
      }
      await this.work.record(file, {
        kind: 'authority.informed',
        id,
        occurredAt,
        data: { referralId: id, recipient, referralState: state },
        ...(state === 'sent' ? { action: 'contact_with_authority' } : {}),
      });
      return { id };
    });
  }

  answer(actor: Actor, caseId: string, id: string, body: AnswerOfAuthorityRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const referral = file.facts.referrals.find((r) => r.id === id);
      if (!referral) throw notFound();
      if (referral.state !== 'sent') throw new DomainError('NOTHING_TO_ANSWER', { status: 409 });
      const answeredAt = momentOf(body.answeredAt, file.now, 'answeredAt');
      if (answeredAt.epochMilliseconds < referral.occurredAt.epochMilliseconds) {
        throw invalidField('answeredAt', 'BEFORE_ITS_START');
      }
      await this.work.database.manager.update(TraffickingReferral, id, {
        state: 'answered',
        answeredAt,
        answer: ProtectedText.clear(body.answer),
      });
      await this.work.record(file, {
        kind: 'authority.answered',
        id,
        occurredAt: answeredAt,
        data: { referralId: id, recipient: referral.recipient, referralState: 'answered' },
      });
      return { id };
    });
  }

  /** Asked for, granted between two days, refused or ended; a later entry carries it on. */
  reflection(actor: Actor, caseId: string, body: RecordReflectionRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { state } = body;
      const fromDay = pastDay(body.fromDay, file.now, 'fromDay');
      const untilDay = body.untilDay ?? null;
      if (state === 'granted') {
        if (!fromDay) throw invalidField('fromDay', 'isNotEmpty');
        if (!untilDay) throw invalidField('untilDay', 'isNotEmpty');
        if (untilDay < fromDay) throw invalidField('untilDay', 'BEFORE_ITS_START');
      }
      const id = newId();
      this.work.insert(ReflectionPeriod, {
        ...{ id, caseId, state, fromDay, untilDay },
        authority: ProtectedText.clear(body.authority),
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'reflection.recorded',
        id,
        data: { reflectionId: id, reflectionState: state, untilDay },
      });
      return { id };
    });
  }

  private async disclose(
    file: TraffickingFile,
    { recipient, authority }: InformAuthorityRequest,
    id: string,
    occurredAt: Temporal.Instant,
  ): Promise<void> {
    const abroad = recipient === 'host_prosecutor';
    await this.disclosures.record({
      caseId: file.case.id,
      personId: file.case.subjectPersonId!,
      purpose: 'investigation',
      recipient: {
        kind: abroad ? 'foreign_authority' : 'peruvian_authority',
        personId: null,
        institutionId: null,
        name: authority ?? null,
      },
      categories: ['identity', 'legal_situation', 'case_progress'],
      ground: 'legal_obligation',
      legalBasis: LEGAL_BASIS,
      channel: 'letter',
      crossBorder: abroad,
      country: abroad ? file.case.country : null,
      safeguards: abroad ? 'treaty_or_judicial_cooperation' : null,
      subject: { type: 'trafficking_referral', id },
      occurredAt,
    });
  }
}

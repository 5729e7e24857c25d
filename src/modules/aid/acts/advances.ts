import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { Obligations } from '../../obligations';
import { sameAs } from '../../people';
import { AidWork, type AidFile, type Signed } from '../aid-work';
import { BEFORE_PAYMENT, type AdvanceBar } from '../domain/advance';
import type { AidRequest } from '../entities/aid.entity';
import type { AdvanceHolderRequest, ExplainAidRequest } from '../http/dto/decide.requests';

const ZONE = statement('aid.advance-zone', 'SELECT time_zone AS zone FROM posts WHERE id = $1');
/** Whoever works at the post now, or at the one that supervises it. */
const OF_POST = statement(
  'aid.advance-officer',
  `SELECT 1 AS found FROM staff_roles r JOIN posts p ON p.id = $2
    WHERE r.account_id = $1 AND r.post_id IN (p.id, p.parent_id)
      AND r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now()) LIMIT 1`,
);
const BENEFICIARY = statement(
  'aid.advance-beneficiary',
  `SELECT b.id FROM aid_beneficiaries b WHERE b.aid_id = $1 AND b.person_id IN ${sameAs('$2')} LIMIT 1`,
);
const OVERDUE = statement(
  'aid.advances-overdue',
  `SELECT app.overdue_advances($1, $2, $3, $4) AS bars, EXISTS (
     SELECT 1 FROM aid_decisions d WHERE d.aid_id = $1 AND d.act = 'allow_advance') AS allowed`,
);

type Handed = Pick<AidRequest, 'dueOn' | 'holderAccountId' | 'holderBeneficiaryId'>;

/**
 * Money handed over before the expense is known (rules §7, *rendición*): somebody holds it and accounts
 * for it by a day. Nothing more is handed over while a rendition is overdue, unless headquarters says so.
 */
@Injectable()
export class Advances {
  constructor(
    private readonly work: AidWork,
    private readonly obligations: Obligations,
  ) {}

  /**
   * Who holds what was paid on `paidOn`, and by which day it is accounted for (length: policy, default).
   * 422 for a holder who is neither of the post nor helped by it; 409 HOLDER_SIGNS for whoever approved
   * it; 409 ADVANCE_OVERDUE naming whose rendition is overdue: the holder's, the post's.
   */
  async handOver(
    { aid, now }: AidFile,
    holder: AdvanceHolderRequest | undefined,
    paidOn: string,
  ): Promise<Signed> {
    if (!holder) return {};
    const [place] = await this.work.database.query<{ zone: string }>(ZONE, [aid.postId]);
    const { zone } = place!;
    const held = await this.holderOf(aid, holder);
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const from = Temporal.PlainDate.from(paidOn).toZonedDateTime(zone).toInstant();
    const dueOn = await this.obligations.lastDayOf('aid_rendition', from, { ...aid, zone });
    await this.assertNoneOverdue(aid.id, held, today.toString());
    return { ...held, dueOn: dueOn.toString() };
  }

  /** Headquarters lets another advance be handed over in spite of one that is overdue, with why. */
  allow(actor: Actor, id: string, { reason }: ExplainAidRequest): Promise<{ id: string }> {
    return this.work.database.inTransaction(actor, async () => {
      const file = await this.work.lock(id);
      const { aid, now, seesCase } = file;
      actor.require('aid.exceed', aid.postId);
      if (aid.proposedBy === actor.accountId) throw new DomainError('OWN_REQUEST', { status: 409 });
      if (aid.kind !== 'request' || !BEFORE_PAYMENT.includes(aid.state)) {
        throw new DomainError('AID_DOES_NOT_FOLLOW', { status: 409, allowed: [] });
      }
      const why = seesCase
        ? { reason: protect(reason), note: null }
        : { reason: null, note: reason };
      await this.work.decide(aid, { act: 'allow_advance', state: aid.state }, now, why);
      return { id };
    });
  }

  private async holderOf(
    aid: AidRequest,
    { accountId, personId }: AdvanceHolderRequest,
  ): Promise<Omit<Handed, 'dueOn'>> {
    if ((accountId === undefined) === (personId === undefined)) {
      throw invalidField('advance', 'ONE_HOLDER');
    }
    if (accountId) {
      const [found] = await this.work.database.query(OF_POST, [accountId, aid.postId]);
      if (!found) throw invalidField('advance.accountId', 'UNKNOWN_ACCOUNT');
      if (aid.approvedBy === accountId) throw new DomainError('HOLDER_SIGNS', { status: 409 });
      return { holderAccountId: accountId, holderBeneficiaryId: null };
    }
    const [part] = await this.work.database.query<{ id: string }>(BENEFICIARY, [aid.id, personId]);
    if (!part) throw invalidField('advance.personId', 'NOT_A_BENEFICIARY');
    return { holderAccountId: null, holderBeneficiaryId: part.id };
  }

  /** The database refuses it too, in whatever way the money is handed over. */
  private async assertNoneOverdue(
    id: string,
    { holderAccountId, holderBeneficiaryId }: Omit<Handed, 'dueOn'>,
    today: string,
  ): Promise<void> {
    const [found] = await this.work.database.query<{ bars: AdvanceBar[]; allowed: boolean }>(
      OVERDUE,
      [id, holderAccountId, holderBeneficiaryId, today],
    );
    const { bars, allowed } = found!;
    if (bars.length === 0 || allowed) return;
    throw new DomainError('ADVANCE_OVERDUE', {
      status: 409,
      errors: bars.map((bar) => ({ path: 'advance', code: `advance_overdue_${bar}` })),
    });
  }
}

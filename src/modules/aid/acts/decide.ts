import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { pastDay } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { compareAmounts } from '../../../platform/money/money';
import { AidPolicies } from '../aid-policies';
import { AidRules } from '../aid-rules';
import { AidWork, todayInLima, type AidFile, type Signed } from '../aid-work';
import { AidRequest } from '../entities/aid.entity';
import type {
  ApproveAidRequest,
  EndorseAttentionsRequest,
  PayAidRequest,
  RegulariseAidRequest,
  ResolveAidRequest,
} from '../http/dto/decide.requests';
import { AidMoney } from '../money';
import { Advances } from './advances';
import { ProposeAid } from './propose';

type Done = Promise<{ id: string; state: string }>;
const MONEY_AHEAD = ['reserved'] as const;

const OF_POST = statement(
  'aid.attentions-to-endorse',
  `SELECT id FROM aid_requests WHERE id = ANY ($1::uuid[]) AND kind = 'attention' ORDER BY id`,
);

/** The chain of decisions: whoever proposed never approves, and nobody spends what is not there. */
@Injectable()
export class DecideAid {
  constructor(
    private readonly work: AidWork,
    private readonly rules: AidRules,
    private readonly policies: AidPolicies,
    private readonly money: AidMoney,
    private readonly proposals: ProposeAid,
    private readonly advances: Advances,
  ) {}

  /**
   * Submits a request whose rules are all met, and reserves its money: 422 AID_RULES_NOT_MET, 409
   * FUNDS_NOT_AVAILABLE, 409 QUARTER_NOT_OPEN.
   */
  submit(actor: Actor, id: string): Done {
    return this.work.act(actor, id, 'submit', async ({ aid, now }) => {
      await this.rules.assertMet(aid);
      await this.money.move(aid, MONEY_AHEAD, aid.amount, todayInLima(now));
      return {};
    });
  }

  /** Who may let the ceilings of a request be exceeded does, with why; it stays in preparation. */
  exceed(actor: Actor, id: string): Promise<{ id: string }> {
    return this.work.database.inTransaction(actor, async () => {
      const { aid } = await this.work.lock(id);
      actor.require('aid.exceed', aid.postId);
      if (aid.proposedBy === actor.accountId) this.refuseOwn();
      const version = aid.version + 1;
      await this.work.database.manager.update(AidRequest, id, { exceeding: true, version });
      return { id };
    });
  }

  endorse(actor: Actor, id: string, reason?: string): Done {
    const sign = ({ aid }: AidFile) => this.signing(actor, aid, 'endorsedBy');
    return this.work.act(actor, id, 'endorse', sign, reason);
  }

  review(actor: Actor, id: string, reason?: string): Done {
    const sign = ({ aid }: AidFile) => this.signing(actor, aid, 'reviewedBy');
    return this.work.act(actor, id, 'review', sign, reason);
  }

  /** PALH within the authority of the post; above it 409 ABOVE_AUTHORITY: headquarters resolves. */
  approve(actor: Actor, id: string, body: ApproveAidRequest): Done {
    return this.work.act(
      actor,
      id,
      'approve',
      async ({ aid, now }) => {
        const { postAuthority } = await this.policies.current();
        if (aid.programme === 'pah' || compareAmounts(aid.pen, postAuthority) > 0) {
          throw new DomainError('ABOVE_AUTHORITY', { status: 409 });
        }
        const signed = await this.signing(actor, aid, 'approvedBy');
        await this.money.move(aid, ['committed'], aid.amount, todayInLima(now));
        return { ...signed, certificate: body.certificate ?? null };
      },
      body.reason,
    );
  }

  /** A subvention is approved in Lima with the number and the date of its resolution. */
  resolve(actor: Actor, id: string, body: ResolveAidRequest): Done {
    return this.work.act(
      actor,
      id,
      'resolve',
      async ({ aid, now }) => {
        const signed = await this.signing(actor, aid, 'approvedBy');
        await this.money.move(aid, ['committed'], aid.amount, todayInLima(now));
        return { ...signed, ...resolutionOf(body, now), certificate: body.certificate ?? null };
      },
      body.reason,
    );
  }

  /**
   * By whichever method, with its proof and the signature of whoever received it; an advance with who
   * holds it: 409 ADVANCE_OVERDUE while an earlier rendition is overdue.
   */
  pay(actor: Actor, id: string, body: PayAidRequest): Done {
    return this.work.act(actor, id, 'pay', (file) => this.paid(actor, file, body));
  }

  /**
   * Life at risk: paid before it is approved, within the emergency ceiling (409 ABOVE_URGENT_CEILING),
   * and flagged to headquarters, which regularises it.
   */
  payUrgent(actor: Actor, id: string, body: PayAidRequest): Done {
    return this.work.act(actor, id, 'pay_urgent', async (file) => {
      const { aid, now } = file;
      if (!aid.urgent) throw new DomainError('NOT_URGENT', { status: 409 });
      const { urgentCeiling } = await this.policies.current();
      if (compareAmounts(aid.pen, urgentCeiling) > 0) {
        throw new DomainError('ABOVE_URGENT_CEILING', { status: 409 });
      }
      const paidOn = pastDay(body.paidOn, now, 'paidOn')!;
      await this.money.move(aid, ['committed'], aid.amount, paidOn);
      return this.paid(actor, file, body);
    });
  }

  /** What was paid as urgent is approved after all; PAH with its resolution, by whoever resolves. */
  regularise(actor: Actor, id: string, body: RegulariseAidRequest): Done {
    return this.work.act(
      actor,
      id,
      'regularise',
      async ({ aid, now }) => {
        if (aid.programme === 'pah') {
          actor.require('aid.resolve', aid.postId);
          if (!body.resolutionNumber) throw invalidField('resolutionNumber', 'isNotEmpty');
        }
        const signed = await this.signing(actor, aid, 'approvedBy');
        const { resolutionNumber, resolutionOn } = body;
        const resolution =
          resolutionNumber && resolutionOn
            ? resolutionOf({ resolutionNumber, resolutionOn }, now)
            : {};
        return { ...signed, ...resolution };
      },
      body.reason,
    );
  }

  /** Back to whoever proposed it, with why; its money is released. */
  giveBack(actor: Actor, id: string, reason: string): Done {
    return this.work.act(actor, id, 'return', (file) => this.release(file, true), reason);
  }

  refuse(actor: Actor, id: string, reason: string): Done {
    return this.work.act(actor, id, 'refuse', (file) => this.release(file, false), reason);
  }

  /** Before anything is paid. */
  cancel(actor: Actor, id: string, reason: string): Done {
    return this.work.act(actor, id, 'cancel', (file) => this.release(file, false), reason);
  }

  /** Everyday attentions, many at once; each stands for itself and says what became of it. */
  async endorseAttentions(
    actor: Actor,
    { ids }: EndorseAttentionsRequest,
  ): Promise<{ endorsed: string[]; refused: { id: string; code: string }[] }> {
    const known = await this.work.database.inTransaction(actor, () =>
      this.work.database.query<{ id: string }>(OF_POST, [ids]),
    );
    const endorsed: string[] = [];
    const refused: { id: string; code: string }[] = ids
      .filter((id) => !known.some((one) => one.id === id))
      .map((id) => ({ id, code: 'NOT_FOUND' }));
    for (const { id } of known) {
      try {
        const sign = ({ aid }: AidFile) => this.signing(actor, aid, 'approvedBy');
        await this.work.act(actor, id, 'endorse_attention', sign);
        endorsed.push(id);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push({ id, code: error.code });
      }
    }
    return { endorsed, refused };
  }

  /** 409 OWN_REQUEST: whoever proposed decides nothing of it (the database says so too). */
  private signing(
    actor: Actor,
    aid: AidRequest,
    column: 'endorsedBy' | 'reviewedBy' | 'approvedBy',
  ): Promise<Signed> {
    if (aid.proposedBy === actor.accountId) this.refuseOwn();
    return Promise.resolve({ [column]: actor.accountId });
  }

  private refuseOwn(): never {
    throw new DomainError('OWN_REQUEST', { status: 409 });
  }

  /** The money moves, and whoever holds it as an advance is kept with the day of its rendition. */
  private async paid(actor: Actor, file: AidFile, body: PayAidRequest): Promise<Signed> {
    const { aid, now } = file;
    const paidOn = pastDay(body.paidOn, now, 'paidOn')!;
    const handed = await this.advances.handOver(file, body.advance, paidOn);
    const paidPen = await this.money.pay(aid, aid.amount, aid.currency, paidOn);
    return {
      ...{ paidOn, paidPen, ...handed },
      paidBy: actor.accountId,
      paymentMethod: body.method,
      paymentProof: protect(body.proof),
      receiverDocumentId: await this.proposals.documentOf(aid.caseId, body.receiverDocumentId),
    };
  }

  private async release({ aid, now }: AidFile, again: boolean): Promise<Signed> {
    const day = todayInLima(now);
    const reserved = ['assessed', 'endorsed', 'reviewed'].includes(aid.state);
    if (reserved) await this.money.move(aid, ['released'], aid.amount, day);
    if (aid.state === 'committed') await this.money.move(aid, ['freed'], aid.amount, day);
    return again ? { endorsedBy: null, reviewedBy: null } : {};
  }
}

function resolutionOf(
  { resolutionNumber, resolutionOn }: { resolutionNumber: string; resolutionOn: string },
  now: Parameters<typeof pastDay>[1],
): Signed {
  return { resolutionNumber, resolutionOn: pastDay(resolutionOn, now, 'resolutionOn') };
}

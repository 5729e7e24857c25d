import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { pastDay } from '../../../platform/clock/moments';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { amountOf, type Amount } from '../../../platform/money/money';
import { ExchangeRates } from '../../funding';
import { AidPolicies } from '../aid-policies';
import { AidWork, todayInLima, type AidFile } from '../aid-work';
import type { ReceiptKind } from '../domain/aid';
import { settlementFault } from '../domain/settlement';
import { AidReceipt, type AidRequest } from '../entities/aid.entity';
import type {
  AccountAidRequest,
  AddReceiptRequest,
  RenderMonthRequest,
} from '../http/dto/account.requests';
import { AidMoney } from '../money';
import { ProposeAid } from './propose';

type Done = Promise<{ id: string; state: string }>;

const RECEIPTS = statement(
  'aid.receipts',
  'SELECT kind, amount::text FROM aid_receipts WHERE aid_id = $1',
);
const OF_MONTH = statement(
  'aid.attentions-of-month',
  `SELECT id, approved_by IS NOT NULL AS endorsed FROM aid_requests
    WHERE post_id = $1 AND kind = 'attention' AND state IN ('recorded', 'endorsed')
      AND paid_on BETWEEN $2::date AND ($2::date + interval '1 month - 1 day')
    ORDER BY id`,
);

/** The rendition: receipts, what they account for, observations and their answers, the month. */
@Injectable()
export class AccountAid {
  constructor(
    private readonly work: AidWork,
    private readonly policies: AidPolicies,
    private readonly money: AidMoney,
    private readonly rates: ExchangeRates,
    private readonly proposals: ProposeAid,
  ) {}

  /** A receipt, or what is sworn without one; 409 RECEIPT_USED when it accounts for money already. */
  receipt(actor: Actor, id: string, body: AddReceiptRequest): Promise<{ id: string }> {
    return this.work.database.inTransaction(actor, async () => {
      const { aid, now } = await this.work.lock(id);
      actor.require('aid.propose', aid.postId);
      if (!['paid', 'paid_urgent', 'regularised', 'observed', 'recorded'].includes(aid.state)) {
        throw new DomainError('NOTHING_TO_ACCOUNT', { status: 409 });
      }
      const receiptId = newId();
      this.work.database.insert(AidReceipt, {
        ...{ id: receiptId, caseId: aid.caseId, aidId: id, kind: body.kind },
        ...{ taxId: body.taxId ?? null, number: body.number ?? null, currency: aid.currency },
        ...{ amount: amountOf(body.amount), recordedBy: actor.accountId },
        issuedOn: pastDay(body.issuedOn, now, 'issuedOn')!,
        documentId: await this.proposals.documentOf(aid.caseId, body.documentId),
      });
      return { id: receiptId };
    });
  }

  /**
   * Somebody who neither proposed nor approved accounts for what was paid: 422 RECEIPTS_DO_NOT_COVER,
   * 422 TOO_MUCH_UNDOCUMENTED.
   */
  account(actor: Actor, id: string, body: AccountAidRequest): Done {
    return this.work.act(actor, id, 'account', async (file) => {
      const { aid, now } = file;
      this.assertApart(actor, aid);
      const returned = amountOf(body.returned ?? '0');
      await this.assertCovered(file, returned);
      const paid = { amount: aid.amount, pen: aid.paidPen!, returned };
      await this.money.account(aid, paid, todayInLima(now));
      return { accountedBy: actor.accountId, returned };
    });
  }

  /** Finance asks about a rendition; the post answers, and finance settles it. */
  observe(actor: Actor, id: string, note: string): Done {
    return this.work.act(actor, id, 'observe', () => Promise.resolve({}), note);
  }

  answer(actor: Actor, id: string, note: string): Done {
    return this.work.act(actor, id, 'answer', () => Promise.resolve({}), note);
  }

  settle(actor: Actor, id: string): Done {
    return this.work.act(actor, id, 'settle', () =>
      Promise.resolve({ settledBy: actor.accountId }),
    );
  }

  /**
   * The everyday attentions of a month of a post, rendered together: 409 NOT_ALL_ENDORSED while one
   * waits for the head of post.
   */
  async renderMonth(
    actor: Actor,
    { postId, month }: RenderMonthRequest,
  ): Promise<{ rendered: number }> {
    const first = `${month}-01`;
    const found = await this.work.database.inTransaction(actor, () =>
      this.work.database.query<{ id: string; endorsed: boolean }>(OF_MONTH, [postId, first]),
    );
    actor.require('aid.account', postId);
    if (found.some(({ endorsed }) => !endorsed)) {
      throw new DomainError('NOT_ALL_ENDORSED', { status: 409 });
    }
    for (const { id } of found) {
      await this.work.act(actor, id, 'render', async ({ aid, now }) => {
        this.assertApart(actor, aid);
        await this.money.move(aid, ['accounted'], aid.amount, todayInLima(now));
        return { accountedBy: actor.accountId, renderedMonth: first };
      });
    }
    return { rendered: found.length };
  }

  /** 409 for whoever proposed, approved or holds it (the database says so too). */
  private assertApart(actor: Actor, aid: AidRequest): void {
    if (aid.proposedBy === actor.accountId || aid.approvedBy === actor.accountId) {
      throw new DomainError('OWN_REQUEST', { status: 409 });
    }
    if (aid.holderAccountId === actor.accountId) {
      throw new DomainError('HOLDER_SIGNS', { status: 409 });
    }
  }

  private async assertCovered({ aid, now }: AidFile, returned: Amount): Promise<void> {
    const [receipts, { undocumented }, rate] = await Promise.all([
      this.work.database.query<{ kind: ReceiptKind; amount: Amount }>(RECEIPTS, [aid.id]),
      this.policies.current(),
      this.rates.on(aid.currency, aid.paidOn ?? todayInLima(now)),
    ]);
    // the limit is in soles, the receipts in the currency paid
    const undocumentedLimit = this.money.fromSoles(undocumented, rate);
    const fault = settlementFault({ paid: aid.amount, returned, receipts, undocumentedLimit });
    if (fault) throw new DomainError(fault);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { notFound } from '../../../platform/errors/domain-error';
import { Outbox } from '../../../platform/outbox/outbox';
import { Assignees, CaseFiles, type Case } from '../../cases';
import { FullSight } from '../../obligations';
import { CaseWork, dateOf } from '../case-work';
import { assertPending } from '../domain/transfer';
import { CaseTransfer } from '../entities/case-transfer.entity';
import { TellColleagues, telling } from '../jobs/cooperation.jobs';
import { TransferLists } from './transfer-lists';

/**
 * Whoever worked the case at the sending post: their access ends with the acceptance. Circle members
 * stay if they serve elsewhere (headquarters, the receiving post).
 */
const END_TEAM = statement(
  'cooperation.end-team-of-sender',
  `UPDATE case_members m SET until = $3
    WHERE m.case_id = $1 AND (m.until IS NULL OR m.until > $3)
      AND (m.kind NOT IN ('circle', 'desk') OR (
        EXISTS (SELECT 1 FROM staff_members s WHERE s.account_id = m.account_id AND s.post_id = $2)
        AND NOT EXISTS (SELECT 1 FROM staff_members s WHERE s.account_id = m.account_id
           AND s.valid_from <= $3 AND (s.valid_until IS NULL OR s.valid_until > $3)
           AND (s.post_id IS NULL OR s.post_id = $4))))`,
);

const LEAVE = statement(
  'cooperation.leave-rejected',
  `UPDATE case_members SET until = now() WHERE case_id = $1 AND account_id = $2 AND kind = 'circle'
      AND since = transaction_timestamp()`,
);

export interface AcceptTransferInput {
  /** Who takes the case; absent: it waits in the post's queue, unassigned. */
  assigneeId?: string | null;
  note?: string;
}

export interface Decided {
  id: string;
  caseId: string;
  state: string;
}

/**
 * The receiver's half of a transfer. The receiving head does not see the case before the acceptance,
 * so the decision is written in full sight, for exactly the transfer that the head may decide.
 */
@Injectable()
export class DecideTransfer {
  constructor(
    private readonly database: Database,
    private readonly lists: TransferLists,
    private readonly sight: FullSight,
    private readonly files: CaseFiles,
    private readonly assignees: Assignees,
    private readonly work: CaseWork,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The whole file moves, with its number: post, team and clocks become the receiver's, and what it
   * owes is planned on the new calendar. Of two acceptances at one instant, one succeeds; the other
   * gets 409 TRANSFER_ALREADY_DECIDED.
   */
  accept(actor: Actor, id: string, body: AcceptTransferInput): Promise<Decided> {
    return this.database.inTransaction(actor, async () => {
      const { file, transfer } = await this.lockAsReceiver(actor, id);
      const assigneeId = body.assigneeId ?? null;
      if (assigneeId) await this.assignees.assertWorksAt(assigneeId, transfer.toPostId);
      if (file.tier === 'sealed') await this.admit(actor, file);
      await this.sight.during(async () => {
        await this.decide(transfer, 'accepted', body.note);
        await this.move(file, transfer, assigneeId);
      });
      // the case is within the receiver's own reach from here on
      await this.files.announce(file, 'transferred');
      return { id, caseId: file.id, state: 'accepted' };
    });
  }

  /** The case stays where it is; the sender reads why. */
  reject(actor: Actor, id: string, reason: string): Promise<Decided> {
    return this.database.inTransaction(actor, async () => {
      const { file, transfer } = await this.lockAsReceiver(actor, id);
      // what is written in a sealed case is written by one of its circle, if only for that moment
      if (file.tier === 'sealed') await this.admit(actor, file);
      await this.sight.during(async () => {
        await this.decide(transfer, 'rejected', reason);
        if (file.tier === 'sealed') await this.dismiss(actor, file);
      });
      await this.work.replan(file.id, 'transfer.rejected');
      return { id, caseId: file.id, state: 'rejected' };
    });
  }

  private async lockAsReceiver(
    actor: Actor,
    id: string,
  ): Promise<{ file: Case; transfer: CaseTransfer }> {
    const listed = await this.lists.find(id);
    if (!listed) throw notFound();
    actor.require('transfer.decide', listed.toPostId);
    if (!listed.incoming) throw notFound();
    return this.sight.during(async () => {
      const file = await this.files.lock(listed.caseId);
      const transfer = await this.database.manager.findOneByOrFail(CaseTransfer, { id });
      assertPending(transfer.state);
      return { file, transfer };
    });
  }

  private async decide(
    transfer: CaseTransfer,
    state: 'accepted' | 'rejected',
    note: string | undefined,
  ): Promise<void> {
    await this.database.manager.update(CaseTransfer, transfer.id, {
      state,
      decidedBy: this.database.actor.accountId,
      decidedAt: dateOf(this.work.now()),
      decisionNote: protect(note),
      version: transfer.version + 1,
    });
    const { id: transferId, fromPostId: from, toPostId: to } = transfer;
    await this.work.trace(transfer.caseId, `transfer.${state}`, {
      transferId,
      ...(state === 'accepted' ? { from, to } : {}),
      reason: protect(note),
    });
    await this.outbox.append(TellColleagues, telling(`transfer_${state}`, transferId));
  }

  private async move(
    file: Case,
    { fromPostId, toPostId }: CaseTransfer,
    assigneeId: string | null,
  ): Promise<void> {
    const until = this.work.now().toString();
    await this.database.query(END_TEAM, [file.id, fromPostId, until, toPostId]);
    await this.files.update(file, {
      postId: toPostId,
      assigneeId,
      status: assigneeId && file.status === 'registered' ? 'active' : file.status,
    });
    if (assigneeId) await this.files.addMember(file.id, assigneeId, 'assigned', null);
  }

  private async admit(actor: Actor, file: Case): Promise<void> {
    await this.sight.during(() => this.files.addMember(file.id, actor.accountId!, 'circle', null));
    await this.files.enter(file);
  }

  private async dismiss(actor: Actor, file: Case): Promise<void> {
    await this.database.query(LEAVE, [file.id, actor.accountId]);
  }
}

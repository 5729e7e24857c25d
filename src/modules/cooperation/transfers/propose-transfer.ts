import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Outbox } from '../../../platform/outbox/outbox';
import { CaseFiles, type Case } from '../../cases';
import { CaseWork, dateOf } from '../case-work';
import type { HandOverText } from '../domain/hand-over';
import { assertPending, assertReceives, type Destination } from '../domain/transfer';
import { CaseTransfer } from '../entities/case-transfer.entity';
import { WriteHandOver } from '../handover/write-hand-over';
import { TellColleagues, telling } from '../jobs/cooperation.jobs';

const DESTINATION = statement(
  'cooperation.destination',
  `SELECT p.id, p.kind, p.state, s.code AS supervisor,
          EXISTS (SELECT 1 FROM staff_members m WHERE m.post_id = p.id AND m.role = 'head_of_post'
             AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())) AS "hasHead",
          $2::uuid IS NULL OR EXISTS (SELECT 1 FROM staff_members m WHERE m.post_id = p.id
             AND m.account_id = $2 AND m.role = 'head_of_post'
             AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())) AS "receiverDecides"
     FROM posts p LEFT JOIN posts s ON s.id = p.parent_id WHERE p.id = $1`,
);
const PENDING = statement(
  'cooperation.pending-transfer',
  `SELECT 1 AS found FROM case_transfers WHERE case_id = $1 AND state = 'pending'`,
);
const CASE_OF = statement(
  'cooperation.case-of-transfer',
  'SELECT case_id AS "caseId" FROM case_transfers WHERE id = $1',
);

export interface ProposeTransferInput {
  toPostId: string;
  reason: string;
  /** The head of the receiving post who may decide; needed for a sealed case. */
  receiverId?: string | null;
  handOver: HandOverText;
}

/** The sender's half of a transfer: to propose it, and to take it back while nobody has decided. */
@Injectable()
export class ProposeTransfer {
  constructor(
    private readonly database: Database,
    private readonly work: CaseWork,
    private readonly files: CaseFiles,
    private readonly notes: WriteHandOver,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Nothing moves yet: the case, its team and its clocks stay. 409 TRANSFER_ALREADY_PENDING; 422 for
   * a post that cannot receive, with what to do instead.
   */
  run(actor: Actor, caseId: string, body: ProposeTransferInput): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'transfer.propose', async (file) => {
      this.work.assertMoves(actor, file);
      await this.assertDestination(file, body);
      const [pending] = await this.database.query(PENDING, [caseId]);
      if (pending) throw new DomainError('TRANSFER_ALREADY_PENDING', { status: 409 });
      const id = newId();
      await this.database.manager.insert(CaseTransfer, {
        id,
        caseId,
        fromPostId: file.postId,
        toPostId: body.toPostId,
        receiverId: body.receiverId ?? null,
        state: 'pending',
        reason: ProtectedText.clear(body.reason),
        requestedBy: actor.accountId,
        requestedAt: dateOf(this.work.now()),
      });
      await this.notes.write({ ...body.handOver, caseId, occasion: 'transfer', transferId: id });
      await this.work.trace(caseId, 'transfer.proposed', {
        transferId: id,
        from: file.postId,
        to: body.toPostId,
        reason: protect(body.reason),
      });
      await this.work.replan(caseId, 'transfer.proposed');
      await this.outbox.append(TellColleagues, telling('transfer_proposed', id));
      return { id };
    });
  }

  /** Takes it back. 409 TRANSFER_ALREADY_DECIDED. */
  revoke(actor: Actor, id: string, note: string | null): Promise<{ id: string; state: string }> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query<{ caseId: string }>(CASE_OF, [id]);
      if (!found) throw notFound();
      const file = await this.files.lock(found.caseId);
      const transfer = await this.database.manager.findOneByOrFail(CaseTransfer, { id });
      assertPending(transfer.state);
      actor.require('transfer.propose', transfer.fromPostId);
      this.work.assertMoves(actor, file);
      await this.end(file, transfer, note);
      await this.work.replan(file.id, 'transfer.revoked');
      return { id, state: 'revoked' };
    });
  }

  /** A finished case goes nowhere: its pending transfer ends with it, before the duties are planned. */
  async revokeWithCase(file: Case): Promise<void> {
    const transfer = await this.database.manager.findOneBy(CaseTransfer, {
      caseId: file.id,
      state: 'pending',
    });
    if (transfer) await this.end(file, transfer, null);
  }

  private async end(file: Case, transfer: CaseTransfer, note: string | null): Promise<void> {
    await this.database.manager.update(CaseTransfer, transfer.id, {
      state: 'revoked',
      decidedBy: this.database.actor.accountId,
      decidedAt: dateOf(this.work.now()),
      decisionNote: protect(note),
      version: transfer.version + 1,
    });
    await this.work.trace(file.id, 'transfer.revoked', {
      transferId: transfer.id,
      reason: protect(note),
    });
  }

  private async assertDestination(
    file: Case,
    { toPostId, receiverId }: ProposeTransferInput,
  ): Promise<void> {
    const [to] = await this.database.query<Destination & { receiverDecides: boolean }>(
      DESTINATION,
      [toPostId, receiverId ?? null],
    );
    if (!to) throw invalidField('toPostId', 'post_unknown');
    assertReceives(file.postId, to);
    if (file.tier === 'sealed' && !receiverId) {
      throw invalidField('receiverId', 'receiver_needed');
    }
    if (!to.receiverDecides) throw invalidField('receiverId', 'receiver_not_head');
  }
}

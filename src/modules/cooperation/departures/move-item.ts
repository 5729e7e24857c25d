import { Injectable } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { AssignCase, CaseFiles, CaseMember, isOpen } from '../../cases';
import type { Departure, DepartureItem } from '../entities/departure.entity';
import { CaseTransfer } from '../entities/case-transfer.entity';
import { HandOverNote } from '../entities/hand-over.entity';
import { ServiceRequest } from '../entities/service-request.entity';
import { WriteHandOver } from '../handover/write-hand-over';
import { Readers } from '../mentions/readers';
import { MoveSubrogation } from './move-subrogation';

const IN_CIRCLE = statement(
  'departure.in-circle',
  `SELECT count(*)::int AS others, coalesce(bool_or(account_id = $2), false) AS receiver
     FROM case_members WHERE case_id = $1 AND account_id <> $3 AND (until IS NULL OR until > now())`,
);
const HEADS = statement(
  'departure.heads-post',
  `SELECT 1 AS found FROM staff_members WHERE account_id = $1 AND post_id = $2
      AND role = 'head_of_post' AND valid_from <= now() AND (valid_until IS NULL OR valid_until > now())`,
);
const SERVES_AS = statement(
  'departure.serves',
  `SELECT bool_or(m.role = 'honorary_consul') AS honorary,
          bool_or(m.post_id = $2 AND m.role IN ('officer', 'head_of_post', 'local_staff')) AS staff
     FROM staff_members m WHERE m.account_id = $1
      AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())`,
);
const END_MEMBERSHIP = statement(
  'departure.end-membership',
  'UPDATE case_members SET until = transaction_timestamp() WHERE id = $1',
);
/** False when the thing was no longer the leaver's. */
type Moved = Promise<boolean>;

/**
 * Moves one thing that a leaver holds to its receiver, within a transaction of the system. Throws a
 * DomainError when the receiver may not have it; nothing is given to whom the case does not admit.
 */
@Injectable()
export class MoveItem {
  constructor(
    private readonly database: Database,
    private readonly assign: AssignCase,
    private readonly files: CaseFiles,
    private readonly notes: WriteHandOver,
    private readonly readers: Readers,
    private readonly subrogations: MoveSubrogation,
  ) {}

  run(departure: Departure, item: DepartureItem): Moved {
    switch (item.kind) {
      case 'assigned':
        return this.assigned(departure, item);
      case 'second':
      case 'honorary':
      case 'circle':
        return this.membership(departure, item);
      case 'transfer':
        return this.transfer(departure, item);
      case 'request':
        return this.followed(ServiceRequest, 'ownerId', departure, item);
      case 'hand_over':
        return this.followed(HandOverNote, 'receiverId', departure, item);
      case 'subrogation':
        return this.subrogations.run(departure, item);
    }
  }

  private async assigned(departure: Departure, item: DepartureItem): Moved {
    const file = await this.files.lock(item.subjectId);
    if (file.assigneeId !== departure.accountId || !isOpen(file.status)) return false;
    if (file.tier === 'sealed') await this.assertInCircle(file.id, departure, item);
    await this.assign.run(Actor.system(), file.id, {
      accountId: item.receiverId,
      reason: departure.reason,
    });
    const note = departure.note?.reveal() ?? null;
    if (note) {
      await this.notes.write({
        caseId: file.id,
        occasion: 'departure',
        receiverId: item.receiverId,
        authorId: departure.requestedBy,
        situation: note,
      });
    }
    return true;
  }

  private async membership(departure: Departure, item: DepartureItem): Moved {
    const { manager } = this.database;
    const member = await manager.findOneBy(CaseMember, { id: item.subjectId });
    if (!member || member.accountId !== departure.accountId) return false;
    const file = await this.files.lock(member.caseId);
    const [circle] = await this.circle(file.id, departure, item);
    if (member.kind === 'circle' && circle!.others === 0) throw new DomainError('LAST_OF_CIRCLE');
    const values = [item.receiverId, file.postId];
    const [serves] = await this.database.query<{ honorary: boolean; staff: boolean }>(
      SERVES_AS,
      values,
    );
    const fits = member.kind === 'honorary' ? serves?.honorary : serves?.staff;
    const known = circle!.receiver || file.assigneeId === item.receiverId;
    if (member.kind !== 'circle' && fits && !known && file.tier !== 'sealed') {
      await this.files.addMember(file.id, item.receiverId, member.kind, departure.reason);
    }
    this.database.post(END_MEMBERSHIP, [member.id]);
    return true;
  }

  private async transfer(departure: Departure, item: DepartureItem): Moved {
    const { manager } = this.database;
    const transfer = await manager.findOne(CaseTransfer, {
      where: { id: item.subjectId, state: 'pending', receiverId: departure.accountId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!transfer) return false;
    const [head] = await this.database.query(HEADS, [item.receiverId, transfer.toPostId]);
    if (!head) throw new DomainError('RECEIVER_NOT_HEAD');
    await manager.update(CaseTransfer, transfer.id, {
      receiverId: item.receiverId,
      version: transfer.version + 1,
    });
    return true;
  }

  /** What is addressed to the leaver, or followed by them, goes to a colleague who sees the case. */
  private async followed(
    entity: typeof ServiceRequest | typeof HandOverNote,
    field: 'ownerId' | 'receiverId',
    departure: Departure,
    item: DepartureItem,
  ): Moved {
    const { manager } = this.database;
    const where = { id: item.subjectId, [field]: departure.accountId };
    if (!item.fileId || !(await manager.existsBy(entity, where))) return false;
    if (!(await this.readers.includes(item.fileId, item.receiverId))) {
      throw new DomainError('RECEIVER_OUT_OF_REACH');
    }
    await manager.update(entity, where, { [field]: item.receiverId });
    return true;
  }

  private async assertInCircle(
    caseId: string,
    departure: Departure,
    item: DepartureItem,
  ): Promise<void> {
    const [circle] = await this.circle(caseId, departure, item);
    if (!circle!.receiver) throw new DomainError('RECEIVER_NOT_IN_CIRCLE');
  }

  private circle(
    caseId: string,
    { accountId }: Departure,
    { receiverId }: DepartureItem,
  ): Promise<{ others: number; receiver: boolean }[]> {
    return this.database.query(IN_CIRCLE, [caseId, receiverId, accountId]);
  }
}

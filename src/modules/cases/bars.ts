import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import type { Case } from './case.entity';
import { BAR, DEFAULT_CIRCLE, END_OF_BARRED, HEADS, IS_BARRED } from './circle.statements';
import type { BarGround } from './domain/circle';

export interface NewBar {
  accountId: string;
  ground: BarGround;
  reason?: string | null;
}

/** Whom the creator of a sealed case keeps out of it from the first. */
export interface FirstCircle {
  /** The desk of headquarters supervises instead of the head of post (rules §4). */
  barHead?: boolean;
  bars?: readonly NewBar[];
}

/** Writing a bar, and the circle that a sealed case begins with. */
@Injectable()
export class Bars {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Inside the transaction that opens a sealed case. */
  async firstCircle(file: Case, { barHead = false, bars = [] }: FirstCircle): Promise<void> {
    const heads = barHead
      ? await this.database.query<{ accountId: string }>(HEADS, [file.postId])
      : [];
    for (const { accountId } of heads.filter((head) => head.accountId !== file.openedBy)) {
      await this.write(file, { accountId, ground: 'conflict_of_interest' });
    }
    for (const bar of bars) await this.write(file, bar);
    await this.database.query(DEFAULT_CIRCLE, [file.id, barHead]);
  }

  async isBarred(caseId: string, accountId: string): Promise<boolean> {
    const [row] = await this.database.query<{ barred: boolean }>(IS_BARRED, [caseId, accountId]);
    return row!.barred;
  }

  /** Inside a transaction that holds the case. @throws 409 ALREADY_BARRED */
  async write(file: Case, { accountId, ground, reason }: NewBar): Promise<string> {
    const [known] = await this.database.query<{ barred: boolean }>(IS_BARRED, [file.id, accountId]);
    if (known!.barred) throw new DomainError('ALREADY_BARRED', { status: 409 });
    const id = newId();
    const kept = protect(reason);
    await this.record(file, 'bar.added', accountId);
    await this.database.query(BAR, [
      ...[id, file.id, accountId, ground],
      kept && JSON.stringify(kept.toStored()),
    ]);
    // last: whoever bars themselves loses sight of the case
    await this.database.query(END_OF_BARRED, [file.id, accountId]);
    return id;
  }

  record(file: Case, action: string, accountId: string): Promise<unknown> {
    return this.audit.record({
      action,
      subjectType: 'case',
      subjectId: file.id,
      details: { accountId },
    });
  }
}

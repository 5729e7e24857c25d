import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import { Bars, type NewBar } from './bars';
import { CaseCircle, standingOf } from './case-circle';
import { CaseFiles } from './case-files';
import { CIRCLE, LIFT_BAR } from './circle.statements';
import type { MemberRecord } from './circle.views';
import { leavesNobody } from './domain/circle';

/**
 * Staff who may not be in a case's circle: the aggressor may be one of us, or related to one of us.
 * Whoever is barred is out at once, cannot be added, and cannot break the glass.
 */
@Injectable()
export class CaseBars {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly circle: CaseCircle,
    private readonly bars: Bars,
  ) {}

  /**
   * Bars somebody; they fall out at once.
   * @throws 409 ALREADY_BARRED, CIRCLE_WOULD_BE_EMPTY; 422 for oneself
   */
  add(actor: Actor, caseId: string, bar: NewBar): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(caseId);
      this.circle.assertKeeps(actor, file);
      const members = await this.database.query<MemberRecord>(CIRCLE, [caseId]);
      const seat = members.find(({ accountId, active }) => active && accountId === bar.accountId);
      if (file.tier === 'sealed' && seat && leavesNobody(members, seat.id)) {
        throw new DomainError('CIRCLE_WOULD_BE_EMPTY', { status: 409 });
      }
      return { id: await this.bars.write(file, bar) };
    });
  }

  /** Admitting somebody again is for the protection desk alone, with a reason. */
  lift(actor: Actor, caseId: string, barId: string, reason: string): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(caseId);
      if (!standingOf(actor, file).isProtectionDesk) {
        throw new DomainError('BARS_ARE_LIFTED_BY_THE_DESK', { status: 403 });
      }
      const lifted = JSON.stringify(ProtectedText.clear(reason).toStored());
      const [row] = await this.database.query<{ accountId: string }>(LIFT_BAR, [
        caseId,
        barId,
        lifted,
      ]);
      if (!row) throw notFound();
      await this.bars.record(file, 'bar.lifted', row.accountId);
      return { id: barId };
    });
  }
}

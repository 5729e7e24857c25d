import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { SecondFactorUseCases } from '../../platform/access/second-factor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Keyring } from '../../platform/crypto/keyring';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { Outbox } from '../../platform/outbox/outbox';
import { BreakGlassRequest } from './break-glass.entity';
import { ADMIT, END, REFUSE, REVIEW } from './break-glass.statements';
import { contextOf } from './break-glass.views';
import { MOST_HOURS, sealedReference, type BreakGlassVerdict } from './domain/break-glass';
import { FollowBreakGlass, type GlassEvent } from './jobs/break-glass.jobs';

export interface AskToEnter {
  reference: string;
  reason: string;
  /** Of the second factor, fresh. */
  code: string;
}

/** Why the guardian's word lets nobody in. */
const REFUSALS: Readonly<Record<string, string>> = {
  DECIDED: 'BREAK_GLASS_DECIDED',
  UNKNOWN: 'NO_SUCH_SEALED_CASE',
  BARRED: 'STAFF_IS_BARRED',
};

/**
 * Entering a sealed case in an emergency. Somebody who was told of it outside the system gives its
 * reference and the reason, with a fresh second factor; the guardian admits them, for three hours at
 * most; the circle and the guardian hear of it at once, and it is reviewed within days (rules §4).
 */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly database: Database,
    private readonly secondFactor: SecondFactorUseCases,
    private readonly keyring: Keyring,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer to a reference that no case has is that of one that a case has.
   * @throws 401 SECOND_FACTOR_REFUSED, 409 SECOND_FACTOR_TO_ENROL, 422 at `reference`
   */
  async ask(actor: Actor, { reference, reason, code }: AskToEnter): Promise<{ id: string }> {
    actor.require('glass.break');
    const read = sealedReference(reference);
    if (!read) throw invalidField('reference', 'NOT_A_SEALED_REFERENCE');
    await this.secondFactor.pass(actor, code);
    const id = newId();
    return this.database.inTransaction(actor, async () => {
      this.database.insert(BreakGlassRequest, {
        id,
        accountId: actor.accountId!,
        reference: read,
        reason: this.keyring.seal(reason, contextOf(id)),
        state: 'requested',
        requestedAt: new Date(this.clock.now().epochMilliseconds),
      });
      await this.record(id, 'asked', 'glass.asked');
      return { id };
    });
  }

  /** @throws 409 BREAK_GLASS_DECIDED, NO_SUCH_SEALED_CASE, STAFF_IS_BARRED; 422 for more than 3 hours */
  admit(actor: Actor, id: string, hours: number): Promise<{ id: string }> {
    if (hours > MOST_HOURS) throw invalidField('hours', 'max');
    return this.database.inTransaction(actor, async () => {
      const now = this.clock.now();
      const until = now.add({ minutes: Math.round(hours * 60) });
      const values = [id, newId(), now.toString(), until.toString()];
      const [row] = await this.database.query<{ outcome: string }>(ADMIT, values);
      const refusal = REFUSALS[row!.outcome];
      if (refusal) throw new DomainError(refusal, { status: 409 });
      await this.record(id, 'broken', 'glass.broken', { hours });
      return { id };
    });
  }

  refuse(actor: Actor, id: string): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const [row] = await this.database.query(REFUSE, [id, this.clock.now().toString()]);
      if (!row) throw new DomainError('BREAK_GLASS_DECIDED', { status: 409 });
      await this.record(id, null, 'glass.refused');
      return { id };
    });
  }

  /** Before its time: by whoever is in, by the guardian or by the circle. */
  end(actor: Actor, id: string): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      // told first: whoever leaves no longer sees the case
      await this.record(id, null, 'glass.ended');
      const [row] = await this.database.query<{ done: boolean }>(END, [id]);
      if (!row!.done) throw notFound();
      return { id };
    });
  }

  /** @throws 409 BREAK_GLASS_REVIEWED; 403 for whoever entered themselves */
  review(
    actor: Actor,
    id: string,
    { verdict, note }: { verdict: BreakGlassVerdict; note: string },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const { manager } = this.database;
      const request = await manager.findOneBy(BreakGlassRequest, { id });
      if (!request || request.state !== 'admitted') throw notFound();
      if (request.accountId === actor.accountId) {
        throw new DomainError('REVIEW_BY_ANOTHER', { status: 403 });
      }
      const kept = JSON.stringify({ sealed: this.keyring.sealed(note, contextOf(id)) });
      const values = [id, this.clock.now().toString(), verdict, kept];
      const [row] = await this.database.query(REVIEW, values);
      if (!row) throw new DomainError('BREAK_GLASS_REVIEWED', { status: 409 });
      await this.record(id, 'reviewed', 'glass.reviewed', { verdict });
      return { id };
    });
  }

  private async record(
    id: string,
    what: GlassEvent | null,
    action: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    await this.audit.record({ action, subjectType: 'break_glass', subjectId: id, details });
    if (what) await this.outbox.append(FollowBreakGlass, { what, requestId: id });
  }
}

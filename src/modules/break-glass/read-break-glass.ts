import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Keyring } from '../../platform/crypto/keyring';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { LIST, ONE, READS } from './break-glass.statements';
import { toView, type BreakGlassRecord, type BreakGlassView } from './break-glass.views';

/** Something that was read or done while somebody was in. */
export interface ReadView {
  at: string;
  action: string;
  subjectType: string;
}

/** Requests for reading: one's own, those of one's sealed cases, and for the guardian all. */
@Injectable()
export class ReadBreakGlass {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<{ items: BreakGlassView[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<BreakGlassRecord>(LIST, [this.clock.now().toString()]);
      return { items: rows.map((row) => this.view(actor, row)) };
    });
  }

  /** One, with everything that was read; never with content. */
  show(actor: Actor, id: string): Promise<BreakGlassView & { reads: ReadView[] }> {
    return this.database.inTransaction(actor, async () => {
      const [[row], reads] = await Promise.all([
        this.database.query<BreakGlassRecord>(ONE, [this.clock.now().toString(), id]),
        this.database.query<Omit<ReadView, 'at'> & { at: Date }>(READS, [id]),
      ]);
      if (!row) throw notFound();
      return {
        ...this.view(actor, row),
        reads: reads.map((read) => ({ ...read, at: read.at.toISOString() })),
      };
    });
  }

  private view(actor: Actor, row: BreakGlassRecord): BreakGlassView {
    const opens = !actor.grants.some(({ role }) => role === 'guardian');
    return toView(row, this.keyring, { accountId: actor.accountId, opens });
  }
}

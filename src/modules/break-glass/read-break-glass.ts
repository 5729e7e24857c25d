import { Injectable } from '@nestjs/common';
import { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Keyring } from '../../platform/crypto/keyring';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { LIST, ONE, READS, STILL_IN } from './break-glass.statements';
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

  async list(actor: Actor): Promise<{ items: BreakGlassView[] }> {
    const rows = await this.database.inTransaction(actor, () =>
      this.database.query<BreakGlassRecord>(LIST, [this.clock.now().toString()]),
    );
    return { items: (await this.asTheyStand(rows)).map((row) => this.view(actor, row)) };
  }

  /** One, with everything that was read; never with content. */
  async show(actor: Actor, id: string): Promise<BreakGlassView & { reads: ReadView[] }> {
    const [rows, reads] = await this.database.inTransaction(actor, () =>
      Promise.all([
        this.database.query<BreakGlassRecord>(ONE, [this.clock.now().toString(), id]),
        this.database.query<Omit<ReadView, 'at'> & { at: Date }>(READS, [id]),
      ]),
    );
    const [row] = await this.asTheyStand(rows);
    if (!row) throw notFound();
    return {
      ...this.view(actor, row),
      reads: reads.map((read) => ({ ...read, at: read.at.toISOString() })),
    };
  }

  /** The guardian sees no circle, so whether somebody is still in one is read for them. */
  private async asTheyStand(rows: BreakGlassRecord[]): Promise<BreakGlassRecord[]> {
    const within = rows.filter(({ active }) => active).map(({ id }) => id);
    if (within.length === 0) return rows;
    const still = await this.database.inTransaction(Actor.system(), () =>
      this.database.query<{ id: string }>(STILL_IN, [within]),
    );
    return rows.map((row) => ({ ...row, active: still.some(({ id }) => id === row.id) }));
  }

  private view(actor: Actor, row: BreakGlassRecord): BreakGlassView {
    const opens = !actor.grants.some(({ role }) => role === 'guardian');
    return toView(row, this.keyring, { accountId: actor.accountId, opens });
  }
}

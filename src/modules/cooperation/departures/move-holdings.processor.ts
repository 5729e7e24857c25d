import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { reasonOf } from '../../../platform/jobs/given-up';
import { Handles } from '../../../platform/jobs/handles';
import type { JobHandler } from '../../../platform/jobs/job-contract';
import { dateOf } from '../case-work';
import { Departure, DepartureItem } from '../entities/departure.entity';
import { MoveHoldings } from '../jobs/cooperation.jobs';
import { Holdings } from './holdings';
import { MoveItem } from './move-item';

const NEXT = statement(
  'departure.next-items',
  `SELECT id FROM departure_items WHERE departure_id = $1 AND state = 'waiting' ORDER BY id LIMIT $2`,
);
/** Tried again by a person after it had been given up; not when it was taken up otherwise since. */
const TAKE_UP = statement(
  'departure.take-up',
  `UPDATE departures d SET state = 'running', finished_at = NULL, failure = NULL
    WHERE d.id = $1 AND d.round = $2 AND d.state = 'failed'
      AND NOT EXISTS (SELECT 1 FROM departures o WHERE o.account_id = d.account_id AND o.state = 'running')`,
);
const CHUNK = 50;
/** Work that arrives while the list is worked off; somebody who keeps assigning ends it incomplete. */
const PASSES = 10;

/**
 * Moves everything that a leaver holds, each thing in a transaction of its own with its result, so
 * that a worker that is killed loses nothing and the next one goes on where it was.
 */
@Handles(MoveHoldings)
export class MoveHoldingsProcessor implements JobHandler<{ departureId: string; round: number }> {
  constructor(
    private readonly database: Database,
    private readonly holdings: Holdings,
    private readonly items: MoveItem,
    private readonly clock: Clock,
  ) {}

  async run({ departureId, round }: { departureId: string; round: number }): Promise<void> {
    await this.asSystem(() => this.database.query(TAKE_UP, [departureId, round]));
    for (let pass = 0; pass < PASSES; pass += 1) {
      const departure = await this.takeStock(departureId);
      if (!departure) return;
      if (!(await this.workOff(departure))) return this.finish(departure);
    }
    const departure = await this.takeStock(departureId);
    if (departure) await this.finish(departure);
  }

  async failed({ departureId: id }: { departureId: string }, fault: string): Promise<void> {
    await this.database.manager.update(
      Departure,
      { id, state: 'running' },
      { state: 'failed', failure: reasonOf(fault), finishedAt: this.now() },
    );
  }

  /** Lists what is held now; null when the departure does not run any more. */
  private takeStock(id: string): Promise<Departure | null> {
    return this.asSystem(async () => {
      const departure = await this.database.manager.findOne(Departure, {
        where: { id, state: 'running' },
        lock: { mode: 'pessimistic_write' },
      });
      if (!departure) return null;
      await this.holdings.list(departure.accountId, id, departure.receiverId);
      return departure;
    });
  }

  /** False when nothing was waiting. */
  private async workOff(departure: Departure): Promise<boolean> {
    for (let worked = false; ; worked = true) {
      const chunk = await this.asSystem(async () => {
        const progressedAt = dateOf(this.clock.now());
        await this.database.manager.update(Departure, departure.id, { progressedAt });
        return this.database.query<{ id: string }>(NEXT, [departure.id, CHUNK]);
      });
      if (chunk.length === 0) return worked;
      for (const { id } of chunk) await this.move(departure, id);
    }
  }

  private async move(departure: Departure, id: string): Promise<void> {
    try {
      await this.asSystem(async () => {
        const item = await this.lock(id);
        if (!item) return;
        const state = (await this.items.run(departure, item)) ? 'moved' : 'void';
        await this.database.manager.update(DepartureItem, id, { state, endedAt: this.now() });
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.asSystem(async () => {
        if (!(await this.lock(id))) return;
        const { code } = error;
        const failed = { state: 'failed', code, endedAt: this.now() } as const;
        await this.database.manager.update(DepartureItem, id, failed);
      });
    }
  }

  private lock(id: string): Promise<DepartureItem | null> {
    return this.database.manager.findOne(DepartureItem, {
      where: { id, state: 'waiting' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private finish({ id }: Departure): Promise<void> {
    return this.asSystem(async () => {
      const open = await this.database.manager.existsBy(DepartureItem, [
        { departureId: id, state: 'failed' },
        { departureId: id, state: 'waiting' },
      ]);
      await this.database.manager.update(
        Departure,
        { id, state: 'running' },
        { state: open ? 'incomplete' : 'done', finishedAt: this.now() },
      );
    });
  }

  private now(): Date {
    return dateOf(this.clock.now());
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}

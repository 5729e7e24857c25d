import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { statement } from '../database/statement';

const DONE = statement(
  'outbox.done',
  `UPDATE outbox SET done_at = transaction_timestamp(), failed_at = NULL, failure = NULL
    WHERE id = $1 AND done_at IS NULL`,
);

interface Delivery {
  outboxId: string;
  name: string;
  done: boolean;
}

/** The outbox entry whose job this asynchronous flow is processing, if any. */
@Injectable()
export class CurrentJob {
  private readonly storage = new AsyncLocalStorage<Delivery>();

  constructor(private readonly database: Database) {}

  get name(): string | null {
    return this.storage.getStore()?.name ?? null;
  }

  get outboxId(): string | null {
    return this.storage.getStore()?.outboxId ?? null;
  }

  /** Runs `work` as the processing of one entry; returns whether the entry was marked done in it. */
  async process(outboxId: string, name: string, work: () => Promise<void>): Promise<boolean> {
    const delivery: Delivery = { outboxId, name, done: false };
    await this.storage.run(delivery, work);
    return delivery.done;
  }

  /** The ambient transaction has marked the entry in hand done: remembered once it commits. */
  doneOnCommit(): void {
    const delivery = this.storage.getStore();
    if (delivery && !delivery.done) {
      this.database.afterCommit(() => {
        delivery.done = true;
      });
    }
  }

  /** Marks an entry done whose handler had no effect of its own. */
  async markDone(outboxId: string): Promise<void> {
    this.database.post(DONE, [outboxId]);
  }
}

import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { filter, Subject, takeUntil, type Observable } from 'rxjs';
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { MAX_SIGNAL_BYTES, Signals } from '../../../platform/jobs/signals';

const TOPIC = 'live';
/** Updates that come closer together than this travel in one signal (milliseconds). */
const GATHER = 100;

const updateSchema = z.object({
  kind: z.string(),
  id: z.string(),
  to: z.union([z.object({ accountId: z.string() }), z.object({ postId: z.string() })]),
});

/** Something to read again: its kind, its id and whom it concerns. Never content. */
export type LiveUpdate = z.infer<typeof updateSchema>;

/** Carries hints to the browsers of whoever is concerned, whichever process they are connected to. */
@Injectable()
export class LiveUpdates implements OnModuleInit, BeforeApplicationShutdown {
  private readonly arriving = new Subject<LiveUpdate>();
  private readonly ending = new Subject<void>();
  /** Fires when the process stops. */
  readonly ended = this.ending.asObservable();
  private gathered: LiveUpdate[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly signals: Signals,
  ) {}

  onModuleInit(): void {
    this.signals.subscribe(TOPIC, (payload) => {
      const parsed = z.array(updateSchema).safeParse(JSON.parse(payload));
      for (const update of parsed.data ?? []) this.arriving.next(update);
    });
  }

  /** Announced once the ambient transaction commits. */
  announce(update: LiveUpdate): void {
    this.database.afterCommit(() => {
      this.gathered.push(update);
      this.timer ??= setTimeout(() => void this.flush(), GATHER).unref();
    });
  }

  /** A hint to the browsers that are connected to this process alone. */
  hint(update: LiveUpdate): void {
    this.arriving.next(update);
  }

  /** What concerns the actor from now on; ends when the process does. */
  for(actor: Actor): Observable<LiveUpdate> {
    return this.arriving.pipe(
      filter((update) => concerns(update, actor)),
      takeUntil(this.ending),
    );
  }

  /** Open streams would hold the server up. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.flush();
    this.ending.next();
  }

  private async flush(): Promise<void> {
    this.timer = null;
    const updates = this.gathered;
    this.gathered = [];
    const perSignal = Math.floor(MAX_SIGNAL_BYTES / 200);
    for (let from = 0; from < updates.length; from += perSignal) {
      const part = updates.slice(from, from + perSignal);
      await this.signals.publish(TOPIC, JSON.stringify(part));
    }
  }
}

const concerns = ({ to }: LiveUpdate, actor: Actor): boolean =>
  'accountId' in to ? to.accountId === actor.accountId : actor.can('case.read', to.postId);

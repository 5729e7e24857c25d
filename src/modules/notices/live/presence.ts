import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { notFound } from '../../../platform/errors/domain-error';
import { MAX_SIGNAL_BYTES, Signals } from '../../../platform/jobs/signals';
import { LiveUpdates } from './live-updates';
import { PresenceBook, type Sighting } from './presence-book';

const TOPIC = 'presence';
/** Sightings that come closer together than this travel in one signal (milliseconds). */
const GATHER = 250;
const BYTES_A_SIGHTING = 110;

const VISIBLE = statement('presence.case', 'SELECT 1 AS visible FROM cases WHERE id = $1');
const NAMES = statement(
  'presence.names',
  `SELECT id AS "accountId", display_name AS "displayName" FROM staff_names
    WHERE id = ANY ($1::uuid[]) ORDER BY display_name, id`,
);

const signalSchema = z.array(z.tuple([z.string(), z.string(), z.number()]));

export interface Onlooker {
  accountId: string;
  displayName: string;
}

/**
 * Who else looks at a case now. Kept in the memory of every process and carried between them by
 * signals: nothing is written to PostgreSQL. Whoever is named has shown that they may see the case,
 * and so has whoever asks: of a sealed case only its members learn of each other.
 */
@Injectable()
export class Presence implements OnModuleInit, BeforeApplicationShutdown {
  private readonly book = new PresenceBook();
  private gathered: Sighting[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly signals: Signals,
    private readonly live: LiveUpdates,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.signals.subscribe(TOPIC, (payload) => {
      const parsed = signalSchema.safeParse(JSON.parse(payload));
      for (const [caseId, accountId, until] of parsed.data ?? []) {
        this.note({ caseId, accountId, until });
      }
    });
  }

  /** The actor looks at the case; answers who else does. 404 when it is not theirs to see. */
  look(actor: Actor, caseId: string): Promise<{ items: Onlooker[] }> {
    return this.database.inTransaction(actor, async () => {
      const [visible] = await this.database.query(VISIBLE, [caseId]);
      if (!visible) throw notFound();
      const now = this.clock.now();
      this.tell({
        caseId,
        accountId: actor.accountId!,
        until: PresenceBook.untilFrom(millis(now)),
      });
      const others = this.book
        .lookingAt(caseId, millis(now))
        .filter((accountId) => accountId !== actor.accountId);
      if (others.length === 0) return { items: [] };
      return { items: await this.database.query<Onlooker>(NAMES, [others]) };
    });
  }

  /** The actor has left the case. Leaving one that they could not see tells nothing. */
  leave(actor: Actor, caseId: string): void {
    const { accountId } = actor;
    if (!accountId || !this.book.knows(caseId, accountId)) return;
    this.tell({ caseId, accountId, until: 0 });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.flush();
  }

  /** Known here at once, elsewhere within a moment. */
  private tell(sighting: Sighting): void {
    this.note(sighting);
    this.gathered.push(sighting);
    this.timer ??= setTimeout(() => void this.flush(), GATHER).unref();
  }

  /** When somebody came or went, whoever looks at the case through this process reads it again. */
  private note(sighting: Sighting): void {
    const now = millis(this.clock.now());
    if (!this.book.note(sighting, now)) return;
    for (const accountId of this.book.lookingAt(sighting.caseId, now)) {
      if (accountId === sighting.accountId) continue;
      this.live.hint({ kind: 'presence', id: sighting.caseId, to: { accountId } });
    }
  }

  private async flush(): Promise<void> {
    this.timer = null;
    const sightings = this.gathered;
    this.gathered = [];
    const perSignal = Math.floor(MAX_SIGNAL_BYTES / BYTES_A_SIGHTING);
    for (let from = 0; from < sightings.length; from += perSignal) {
      const part = sightings.slice(from, from + perSignal);
      const told = part.map(({ caseId, accountId, until }) => [caseId, accountId, until]);
      await this.signals.publish(TOPIC, JSON.stringify(told));
    }
  }
}

const millis = (instant: Temporal.Instant): number => instant.epochMilliseconds;

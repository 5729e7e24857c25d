import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import type { GivenUpReason } from '../../../platform/jobs/job-contract';
import { Outbox } from '../../../platform/outbox/outbox';
import { dateOf } from '../case-work';
import type { DepartureState, ItemKind, ItemState } from '../domain/departure';
import { Departure, DepartureItem } from '../entities/departure.entity';
import { MoveHoldings } from '../jobs/cooperation.jobs';
import { Holdings, type Holding } from './holdings';

const PLACES = statement(
  'departure.places',
  `SELECT DISTINCT m.post_id AS "postId" FROM staff_members m
    WHERE m.account_id = $1 AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())`,
);
const RUNNING = statement(
  'departure.running',
  `SELECT 1 AS found FROM departures WHERE account_id = $1 AND state = 'running'`,
);
const LOCK = statement(
  'departure.lock-account',
  `SELECT pg_advisory_xact_lock(hashtextextended('departure ' || $1, 0))`,
);
const HEAD = `
  SELECT d.id, d.account_id AS "accountId", a.display_name AS "displayName", p.code AS "postCode",
         d.reason, d.receiver_id AS "receiverId", r.display_name AS "receiverName", d.state, d.failure,
         d.started_at AS "startedAt", d.progressed_at AS "progressedAt", d.finished_at AS "finishedAt",
         (SELECT count(*)::int FROM departure_items i WHERE i.departure_id = d.id) AS total,
         (SELECT count(*)::int FROM departure_items i WHERE i.departure_id = d.id AND i.state IN ('moved', 'void')) AS moved,
         (SELECT count(*)::int FROM departure_items i WHERE i.departure_id = d.id AND i.state = 'failed') AS failed
    FROM departures d LEFT JOIN posts p ON p.id = d.post_id
    LEFT JOIN staff_names a ON a.id = d.account_id LEFT JOIN staff_names r ON r.id = d.receiver_id`;
const ONE = statement('departure.one', `${HEAD} WHERE d.id = $1`);
const LATEST = statement('departure.latest', `${HEAD} ORDER BY d.started_at DESC, d.id LIMIT 50`);
const ITEMS = statement(
  'departure.items',
  `SELECT i.id, i.kind, i.subject_id AS "subjectId", i.file_id AS "caseId", c.reference,
          i.receiver_id AS "receiverId", r.display_name AS "receiverName", i.state, i.code,
          i.ended_at AS "endedAt"
     FROM departure_items i LEFT JOIN cases c ON c.id = i.file_id
     LEFT JOIN staff_names r ON r.id = i.receiver_id
    WHERE i.departure_id = $1 ORDER BY (i.state = 'failed') DESC, i.kind, i.id LIMIT 2000`,
);

export interface Choice {
  kind: ItemKind;
  subjectId: string;
  receiverId: string;
}

export interface StartDeparture {
  accountId: string;
  reason: string;
  /** The rule for whatever has no receiver chosen. */
  receiverId: string;
  choices?: Choice[];
  /** Goes into the hand-over note of every case. */
  note?: string;
  /** Number of the resolution, when the leaver acts as head somewhere. */
  resolution?: string;
}

export interface DepartureView {
  id: string;
  accountId: string;
  displayName: string | null;
  postCode: string | null;
  reason: string;
  receiverId: string;
  receiverName: string | null;
  state: DepartureState;
  /** Why the work gave up; null otherwise. */
  failure: GivenUpReason | null;
  startedAt: Date;
  progressedAt: Date;
  finishedAt: Date | null;
  /** Of what the reader may see. */
  total: number;
  moved: number;
  failed: number;
}

export interface DepartureItemView {
  id: string;
  kind: ItemKind;
  subjectId: string;
  caseId: string | null;
  reference: string | null;
  receiverId: string;
  receiverName: string | null;
  state: ItemState;
  code: string | null;
  endedAt: Date | null;
}

/** The wizard for whoever leaves: what they hold, who takes it, and how far the move has come. */
@Injectable()
export class Departures {
  constructor(
    private readonly database: Database,
    private readonly holdings: Holdings,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What the account holds, as far as the reader sees it. 404 unless the reader may let it go. */
  preview(actor: Actor, accountId: string): Promise<{ items: Holding[] }> {
    return this.database.inTransaction(actor, async () => {
      await this.placeOf(actor, accountId);
      return { items: await this.holdings.of(accountId) };
    });
  }

  /**
   * Begins to move everything, as work of the system: also what the reader does not see. 409
   * DEPARTURE_RUNNING while an earlier one of the account runs.
   */
  start(actor: Actor, body: StartDeparture): Promise<{ id: string }> {
    if (body.receiverId === body.accountId) throw invalidField('receiverId', 'receiver_leaves');
    return this.database.inTransaction(actor, async () => {
      const postId = await this.placeOf(actor, body.accountId);
      await this.database.query(LOCK, [body.accountId]);
      const [running] = await this.database.query(RUNNING, [body.accountId]);
      if (running) throw new DomainError('DEPARTURE_RUNNING', { status: 409 });
      const id = newId();
      const now = dateOf(this.clock.now());
      await this.database.manager.insert(Departure, {
        id,
        accountId: body.accountId,
        postId,
        reason: body.reason.normalize('NFC'),
        note: protect(body.note),
        resolution: body.resolution?.normalize('NFC') ?? null,
        receiverId: body.receiverId,
        requestedBy: actor.accountId,
        state: 'running',
        startedAt: now,
        progressedAt: now,
      });
      await this.choose(id, body.accountId, body.choices ?? []);
      await this.audit.record({
        action: 'departure.started',
        subjectType: 'account',
        subjectId: body.accountId,
        details: { departureId: id, receiverId: body.receiverId },
      });
      await this.outbox.append(MoveHoldings, { departureId: id, round: 1 });
      return { id };
    });
  }

  /** Goes on with what could not be moved, with other receivers. 409 unless it is incomplete or failed. */
  resume(
    actor: Actor,
    id: string,
    body: { receiverId?: string; choices?: Choice[]; resolution?: string },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const { manager } = this.database;
      const departure = await manager.findOne(Departure, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!departure) throw notFound();
      if (departure.state !== 'incomplete' && departure.state !== 'failed') {
        throw new DomainError('DEPARTURE_NOT_INCOMPLETE', { status: 409 });
      }
      const receiverId = body.receiverId ?? departure.receiverId;
      if (receiverId === departure.accountId) throw invalidField('receiverId', 'receiver_leaves');
      await manager.update(
        DepartureItem,
        { departureId: id, state: 'failed' },
        { state: 'waiting', code: null, endedAt: null, receiverId },
      );
      await this.choose(id, departure.accountId, body.choices ?? []);
      const round = departure.round + 1;
      await manager.update(Departure, id, {
        state: 'running',
        finishedAt: null,
        failure: null,
        round,
        receiverId,
        ...(body.resolution ? { resolution: body.resolution.normalize('NFC') } : {}),
      });
      await this.outbox.append(MoveHoldings, { departureId: id, round });
      return { id };
    });
  }

  list(actor: Actor): Promise<{ items: DepartureView[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query<DepartureView>(LATEST),
    }));
  }

  /** How far it has come, row by row. 404 out of reach. */
  show(actor: Actor, id: string): Promise<DepartureView & { items: DepartureItemView[] }> {
    return this.database.inTransaction(actor, async () => {
      const [departure] = await this.database.query<DepartureView>(ONE, [id]);
      if (!departure) throw notFound();
      const items = await this.database.query<DepartureItemView>(ITEMS, [id]);
      return { ...departure, items };
    });
  }

  /** A receiver of its own for each thing that the reader sees among what the leaver holds. */
  private async choose(
    departureId: string,
    accountId: string,
    choices: readonly Choice[],
  ): Promise<void> {
    if (choices.length === 0) return;
    const key = (item: { kind: string; subjectId: string }) => `${item.kind} ${item.subjectId}`;
    const held = new Map((await this.holdings.of(accountId)).map((item) => [key(item), item]));
    for (const [i, choice] of choices.entries()) {
      const item = held.get(key(choice));
      if (!item) throw invalidField(`choices.${i}.subjectId`, 'not_held');
      if (choice.receiverId === accountId) {
        throw invalidField(`choices.${i}.receiverId`, 'receiver_leaves');
      }
      await this.database.manager.upsert(
        DepartureItem,
        {
          id: newId(),
          departureId,
          kind: choice.kind,
          subjectId: choice.subjectId,
          fileId: item.caseId,
          receiverId: choice.receiverId,
          state: 'waiting',
        },
        ['departureId', 'kind', 'subjectId'],
      );
    }
  }

  /** The post that the account leaves, if the actor may let it go there. */
  private async placeOf(actor: Actor, accountId: string): Promise<string | null> {
    const places = await this.database.query<{ postId: string | null }>(PLACES, [accountId]);
    const mine = places.filter(({ postId }) => actor.can('departure.run', postId ?? undefined));
    const allowed = mine.find(
      ({ postId }) => postId !== null || actor.grants.some((grant) => grant.postId === null),
    );
    if (!allowed) throw notFound();
    return allowed.postId;
  }
}

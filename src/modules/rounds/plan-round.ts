import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { Revisions } from '../../platform/database/revisions';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import {
  assertPlanned,
  assertPlausibleDay,
  type Inclusion,
  type NotVisitedReason,
} from './domain/round';
import { VisitRound } from './entities';
import { RoundDesk } from './round-desk';
import { FACILITY_KNOWN, LEAVE_REST, TO_INCLUDE, ZONE_OF_POST } from './round.statements';

export interface NewRound {
  postId: string;
  /** Civil date at the post. */
  plannedOn: string;
  occasion?: string;
  facilityId?: string;
  city?: string;
  leaderId?: string;
  note?: string;
  include: Inclusion;
}

export interface RoundEdit {
  plannedOn?: string;
  leaderId?: string;
  note?: string | null;
}

/** Plans, changes and ends rounds (rules §3, practice: posts visit in rounds). */
@Injectable()
export class PlanRound {
  constructor(
    private readonly database: Database,
    private readonly desk: RoundDesk,
    private readonly revisions: Revisions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Plans a round with those whom `include` names; returns its id and how many they are. */
  plan(actor: Actor, body: NewRound): Promise<{ id: string; version: number; people: number }> {
    return this.database.inTransaction(actor, async () => {
      const { id: _, ...post } = await this.postOf(actor, body.postId);
      const now = this.clock.now();
      assertPlausibleDay(body.plannedOn, now.toZonedDateTimeISO(post.zone).toPlainDate());
      await this.assertPlace(body);
      const leaderId = body.leaderId ?? actor.accountId!;
      await this.desk.assertLeads(leaderId, body.postId);
      const id = newId();
      await this.database.manager.insert(VisitRound, {
        id,
        postId: body.postId,
        plannedOn: body.plannedOn,
        occasion: body.occasion ?? null,
        facilityId: body.facilityId ?? null,
        city: body.city ?? null,
        leaderId,
        note: protect(body.note),
        plannedBy: actor.accountId!,
      });
      const people = await this.include(id, body, post.zone, now);
      await this.audit.record({
        action: 'round.planned',
        subjectType: 'visit_round',
        subjectId: id,
        details: { postId: body.postId, plannedOn: body.plannedOn, people },
      });
      return { id, version: 1, people };
    });
  }

  /** Moves a planned round to another day, gives it to another leader, or edits its note. */
  edit(
    actor: Actor,
    id: string,
    expected: number,
    body: RoundEdit,
  ): Promise<{ id: string; version: number }> {
    return this.database.inTransaction(actor, async () => {
      const round = await this.desk.lock(actor, id);
      await this.revisions.assertCurrent('visit_round', id, round.version, expected);
      assertPlanned(round.status);
      if (body.plannedOn) {
        const { zone } = await this.postOf(actor, round.postId);
        assertPlausibleDay(body.plannedOn, this.clock.now().toZonedDateTimeISO(zone).toPlainDate());
      }
      if (body.leaderId) await this.desk.assertLeads(body.leaderId, round.postId);
      const version = round.version + 1;
      await this.database.manager.update(VisitRound, id, {
        ...(body.plannedOn ? { plannedOn: body.plannedOn } : {}),
        ...(body.leaderId ? { leaderId: body.leaderId } : {}),
        ...(body.note === undefined ? {} : { note: protect(body.note) }),
        version,
      });
      const fields = Object.keys(body).filter((key) => body[key as keyof RoundEdit] !== undefined);
      await this.revisions.record('visit_round', id, version, fields);
      await this.audit.record({
        action: 'round.edited',
        subjectType: 'visit_round',
        subjectId: id,
        details: { fields },
      });
      return { id, version };
    });
  }

  /**
   * Ends a round that took place. Whoever still waits on it was not seen, for `restReason`; without
   * one, 409 ROUND_HAS_PEOPLE_LEFT.
   */
  close(
    actor: Actor,
    id: string,
    body: { restReason?: NotVisitedReason; note?: string },
  ): Promise<{ id: string; version: number }> {
    return this.end(actor, id, 'done', body.note ?? null, async () => {
      if (body.restReason) {
        await this.database.query(LEAVE_REST, [id, body.restReason]);
        return;
      }
      if (await this.desk.someoneWaits(id)) {
        throw new DomainError('ROUND_HAS_PEOPLE_LEFT', {
          status: 409,
          errors: [{ path: 'restReason', code: 'isNotEmpty' }],
        });
      }
    });
  }

  /** Calls a round off. Results that it already has stay: they are visits of their cases. */
  cancel(actor: Actor, id: string, reason: string): Promise<{ id: string; version: number }> {
    return this.end(actor, id, 'cancelled', reason, () => Promise.resolve());
  }

  private end(
    actor: Actor,
    id: string,
    status: 'done' | 'cancelled',
    reason: string | null,
    settle: () => Promise<void>,
  ): Promise<{ id: string; version: number }> {
    return this.database.inTransaction(actor, async () => {
      const round = await this.desk.lock(actor, id);
      assertPlanned(round.status);
      await settle();
      const version = round.version + 1;
      await this.database.manager.update(VisitRound, id, {
        status,
        endReason: protect(reason),
        endedAt: new Date(this.clock.now().epochMilliseconds),
        version,
      });
      await this.revisions.record('visit_round', id, version, ['status']);
      await this.audit.record({
        action: status === 'done' ? 'round.closed' : 'round.cancelled',
        subjectType: 'visit_round',
        subjectId: id,
      });
      return { id, version };
    });
  }

  private async include(
    id: string,
    body: NewRound,
    zone: string,
    now: Temporal.Instant,
  ): Promise<number> {
    if (body.include === 'nobody') return 0;
    const cases = await this.database.query<{ id: string }>(TO_INCLUDE, [
      body.postId,
      now.toString(),
      body.facilityId ?? null,
      body.city ?? null,
      body.include === 'due' ? await this.desk.dueBefore(body.plannedOn, zone) : null,
    ]);
    for (const { id: caseId } of cases) await this.desk.put(id, caseId);
    return cases.length;
  }

  private async postOf(actor: Actor, postId: string): Promise<{ id: string; zone: string }> {
    const [post] = await this.database.query<{ zone: string }>(ZONE_OF_POST, [postId]);
    if (!post) throw invalidField('postId', 'UNKNOWN_POST');
    actor.require('round.plan', postId);
    return { id: postId, ...post };
  }

  /** A round goes to one facility, or to one city. */
  private async assertPlace({ facilityId, city }: NewRound): Promise<void> {
    if (!facilityId === !city) throw invalidField(facilityId ? 'city' : 'facilityId', 'ONE_PLACE');
    if (!facilityId) return;
    const [known] = await this.database.query(FACILITY_KNOWN, [facilityId]);
    if (!known) throw invalidField('facilityId', 'UNKNOWN_FACILITY');
  }
}

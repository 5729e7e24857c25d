import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { statement } from '../../platform/database/statement';
import { RecordContact, type RecordContactRequest, type RecordedContact } from '../detention';
import {
  assertAwaited,
  assertPlanned,
  assertVisitOfRound,
  type NotVisitedReason,
  type PersonState,
} from './domain/round';
import { RoundDesk, type LockedRound } from './round-desk';
import { LOCK_PERSON, SET_STATE, ZONE_OF_POST } from './round.statements';

/** Open detentions of the post among the ids, as far as the actor sees them. */
const VISITABLE = statement(
  'rounds.visitable',
  `SELECT id FROM cases
    WHERE id = ANY ($1::uuid[]) AND post_id = $2 AND closed_at IS NULL AND family = 'detention'`,
);

/** Who is on a round, and what came of it for each. */
@Injectable()
export class RoundPeople {
  constructor(
    private readonly database: Database,
    private readonly desk: RoundDesk,
    private readonly recordContact: RecordContact,
    private readonly audit: Audit,
  ) {}

  /** Adds cases of the round's post; those already on it stay as they are. */
  add(actor: Actor, id: string, caseIds: readonly string[]): Promise<{ added: number }> {
    return this.database.inTransaction(actor, async () => {
      const round = await this.planned(actor, id, 'round.plan');
      const known = await this.database.query<{ id: string }>(VISITABLE, [caseIds, round.postId]);
      const ids = new Set(known.map((row) => row.id));
      caseIds.forEach((caseId, index) => {
        if (!ids.has(caseId)) throw invalidField(`caseIds.${index}`, 'NOT_VISITABLE');
      });
      let added = 0;
      for (const caseId of [...ids].sort()) {
        if (await this.desk.put(id, caseId)) added += 1;
      }
      await this.trace(id, 'round.people_added', { caseIds: [...ids] });
      return { added };
    });
  }

  /** Takes a case off the list; 409 when its result stands. */
  remove(actor: Actor, id: string, caseId: string): Promise<void> {
    return this.database.inTransaction(actor, async () => {
      await this.planned(actor, id, 'round.plan');
      const person = await this.lockPerson(id, caseId);
      if (person.state === 'recorded') {
        throw new DomainError('ROUND_RESULT_STANDS', { status: 409 });
      }
      await this.database.query(SET_STATE, [person.id, 'removed', null, null]);
      await this.trace(id, 'round.person_removed', { caseId });
    });
  }

  /**
   * Records the visit of one person: an ordinary visit of the case, kept with the round in the same
   * transaction. Exactly once: 409 ROUND_RESULT_STANDS for a second one.
   */
  recordVisit(
    actor: Actor,
    id: string,
    caseId: string,
    body: RecordContactRequest,
  ): Promise<RecordedContact> {
    return this.database.inTransaction(actor, async () => {
      const round = await this.planned(actor, id, 'visit.record');
      const person = await this.lockPerson(id, caseId);
      assertAwaited(person.state);
      const [post] = await this.database.query<{ zone: string }>(ZONE_OF_POST, [round.postId]);
      assertVisitOfRound(body, round.plannedOn, post!.zone);
      const contact = await this.recordContact.run(actor, caseId, body);
      await this.database.query(SET_STATE, [person.id, 'recorded', null, contact.id]);
      await this.trace(id, 'round.visit_recorded', { caseId, contactId: contact.id });
      return contact;
    });
  }

  /** Says that the round did not see the person, and why. The duty to visit stays as it is. */
  notVisited(actor: Actor, id: string, caseId: string, reason: NotVisitedReason): Promise<void> {
    return this.database.inTransaction(actor, async () => {
      await this.planned(actor, id, 'visit.record');
      const person = await this.lockPerson(id, caseId);
      assertAwaited(person.state);
      await this.database.query(SET_STATE, [person.id, 'not_visited', reason, null]);
      await this.trace(id, 'round.person_not_visited', { caseId, reason });
    });
  }

  private async planned(actor: Actor, id: string, permission: string): Promise<LockedRound> {
    const round = await this.desk.lock(actor, id, permission);
    assertPlanned(round.status);
    return round;
  }

  private async lockPerson(
    id: string,
    caseId: string,
  ): Promise<{ id: string; state: PersonState }> {
    const [person] = await this.database.query<{ id: string; state: PersonState }>(LOCK_PERSON, [
      id,
      caseId,
    ]);
    if (!person || person.state === 'removed') throw notFound();
    return person;
  }

  private trace(id: string, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action, subjectType: 'visit_round', subjectId: id, details });
  }
}

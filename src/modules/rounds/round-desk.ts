import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import type { RoundStatus } from './domain/round';
import { RoundQueries } from './round-queries';
import { ADD_PERSON, LOCK_ROUND } from './round.statements';

/** Whoever holds a role now at the post, subrogation included. */
const WORKS_AT = statement(
  'rounds.works-at',
  `SELECT 1 AS works FROM staff_members
    WHERE account_id = $1 AND post_id = $2
      AND valid_from <= now() AND (valid_until IS NULL OR valid_until > now()) LIMIT 1`,
);
const WAITING = statement(
  'rounds.waiting',
  `SELECT 1 AS waiting FROM visit_round_people WHERE round_id = $1 AND state = 'planned' LIMIT 1`,
);

export interface LockedRound {
  id: string;
  postId: string;
  plannedOn: string;
  status: RoundStatus;
  version: number;
  facilityId: string | null;
  city: string | null;
}

/** What every write to a round shares. */
@Injectable()
export class RoundDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: RoundQueries,
  ) {}

  /**
   * The round, locked for this transaction; 404 when absent or out of reach, 403 without
   * `permission` at its post.
   */
  async lock(actor: Actor, id: string, permission = 'round.plan'): Promise<LockedRound> {
    const [round] = await this.database.query<LockedRound>(LOCK_ROUND, [id]);
    if (!round) throw notFound();
    actor.require(permission, round.postId);
    return round;
  }

  /** A round is led by someone of its post; 422 ROUND_LEADER_NOT_AT_POST otherwise. */
  async assertLeads(accountId: string, postId: string): Promise<void> {
    const [works] = await this.database.query(WORKS_AT, [accountId, postId]);
    if (!works) throw invalidField('leaderId', 'ROUND_LEADER_NOT_AT_POST');
  }

  /** Puts a case on the list unless it is there; false when it was. */
  async put(roundId: string, caseId: string): Promise<boolean> {
    const added = await this.database.query(ADD_PERSON, [newId(), roundId, caseId]);
    return added.length > 0;
  }

  /** Whether someone whom the actor sees still waits for a result. */
  async someoneWaits(roundId: string): Promise<boolean> {
    return (await this.database.query(WAITING, [roundId])).length > 0;
  }

  dueBefore(plannedOn: string, zone: string): Promise<string> {
    return this.queries.dueBefore(plannedOn, zone);
  }
}

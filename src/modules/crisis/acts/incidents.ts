import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { instantOf, momentOf } from '../../../platform/clock/moments';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Clock } from '../../../platform/clock/clock';
import { codeFrom } from '../domain/code';
import { mayBecome } from '../domain/incident-course';
import type { IncidentState } from '../domain/vocabulary';
import { Incident } from '../entities/incident.entity';
import type {
  ConcludeIncidentRequest,
  LendStaffRequest,
  PrepareIncidentRequest,
} from '../http/dto/incident.requests';
import { IncidentWork, type IncidentRow } from '../incident-work';

const OPEN_POSTS = statement(
  'crisis.open-posts',
  `SELECT id FROM posts WHERE id = ANY ($1) AND state = 'open'`,
);
const CONCERN = statement(
  'crisis.concern-posts',
  'INSERT INTO incident_posts (incident_id, post_id) SELECT $1, p FROM unnest($2::uuid[]) AS p',
);
const DECIDE = statement(
  'crisis.decide',
  `INSERT INTO incident_decisions (id, incident_id, state, reason, occurred_at, recorded_by)
   VALUES ($1, $2, $3, $4, $5, app.account())`,
);
const BECOME = statement(
  'crisis.become',
  'UPDATE incidents SET state = $2, version = version + 1 WHERE id = $1',
);
const CONCLUDE = statement(
  'crisis.conclude',
  'UPDATE incidents SET lessons = $2, version = version + 1 WHERE id = $1',
);
const LENDABLE = statement('crisis.lendable', 'SELECT app.may_be_lent($1) AS staff');
const LEND = statement(
  'crisis.lend',
  `INSERT INTO incident_loans (id, incident_id, account_id, valid_from, valid_until, reason, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, app.account())`,
);
const END_LOAN = statement(
  'crisis.end-loan',
  `UPDATE incident_loans SET ended_at = now() WHERE id = $1 AND incident_id = $2 AND ended_at IS NULL RETURNING id`,
);

/** Prepares, activates and stands down incidents, and lends staff to them. */
@Injectable()
export class Incidents {
  constructor(
    private readonly work: IncidentWork,
    private readonly clock: Clock,
  ) {}

  /** By headquarters, or by the head of every post concerned. */
  prepare(actor: Actor, body: PrepareIncidentRequest): Promise<{ id: string; slug: string }> {
    const { database } = this.work;
    return database.inTransaction(actor, async () => {
      const postIds = [...new Set(body.postIds)];
      this.requireAt(actor, postIds);
      const posts = await database.query(OPEN_POSTS, [postIds]);
      if (posts.length < postIds.length) throw invalidField('postIds', 'UNKNOWN_POST');
      const subdivisions = [...new Set(body.subdivisions ?? [])];
      if (subdivisions.some((code) => !code.startsWith(`${body.country}-`))) {
        throw invalidField('subdivisions', 'NOT_OF_THE_COUNTRY');
      }
      const startedAt = momentOf(body.startedAt, this.clock.now(), 'startedAt');
      const id = newId();
      const slug = codeFrom(randomBytes(8)).toLowerCase();
      const { kind, nameEs, nameEn, country } = body;
      database.insert(Incident, {
        ...{ id, slug, kind, nameEs, nameEn, country, subdivisions, startedAt, lessons: null },
        ...{ state: 'prepared', version: 1, recordedBy: actor.accountId },
      });
      database.post(CONCERN, [id, postIds]);
      await this.work.record({ incident: { id } }, 'incident.prepared');
      return { id, slug };
    });
  }

  /** From now on the public page takes registrations. */
  activate(actor: Actor, id: string, reason: string): Promise<{ id: string }> {
    return this.become(actor, id, 'active', reason);
  }

  /** From now on the public page says where to turn instead. */
  standDown(actor: Actor, id: string, reason: string): Promise<{ id: string }> {
    return this.become(actor, id, 'stood_down', reason);
  }

  /** Lessons, by the director. */
  conclude(
    actor: Actor,
    id: string,
    { lessons }: ConcludeIncidentRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, id, 'crisis.conclude', async (file) => {
      this.work.database.post(CONCLUDE, [id, lessons]);
      await this.work.record(file, 'incident.concluded');
      return { id };
    });
  }

  /** Staff of another post work the incident between two instants; an honorary consul never. */
  lend(actor: Actor, incidentId: string, body: LendStaffRequest): Promise<{ id: string }> {
    return this.work.on(actor, incidentId, 'crisis.activate', async (file) => {
      this.requireAtOne(actor, file.incident);
      const { database } = this.work;
      const [from, until] = [instantOf(body.validFrom), instantOf(body.validUntil)];
      if (Temporal.Instant.compare(until, from) <= 0) {
        throw invalidField('validUntil', 'BEFORE_ITS_START');
      }
      const [account] = await database.query<{ staff: boolean | null }>(LENDABLE, [body.accountId]);
      if (account?.staff == null) throw invalidField('accountId', 'UNKNOWN_ACCOUNT');
      if (!account.staff) throw new DomainError('NOT_TO_BE_LENT');
      const id = newId();
      const dates = [from.toString(), until.toString()];
      database.post(LEND, [id, incidentId, body.accountId, ...dates, body.reason]);
      await this.work.record(file, 'incident.staff_lent', { accountId: body.accountId });
      return { id };
    });
  }

  endLoan(actor: Actor, incidentId: string, loanId: string): Promise<{ id: string }> {
    return this.work.on(actor, incidentId, 'crisis.activate', async (file) => {
      this.requireAtOne(actor, file.incident);
      const [ended] = await this.work.database.query(END_LOAN, [loanId, incidentId]);
      if (!ended) throw notFound();
      await this.work.record(file, 'incident.loan_ended', { loanId });
      return { id: loanId };
    });
  }

  private become(
    actor: Actor,
    id: string,
    state: Exclude<IncidentState, 'prepared'>,
    reason: string,
  ): Promise<{ id: string }> {
    return this.work.on(
      actor,
      id,
      'crisis.activate',
      async (file) => {
        this.requireAt(actor, file.incident.postIds);
        if (!mayBecome(file.incident.state, state)) {
          throw new DomainError('INCIDENT_ALREADY_SO', { status: 409 });
        }
        const { database } = this.work;
        database.post(BECOME, [id, state]);
        database.post(DECIDE, [newId(), id, state, reason, file.now.toString()]);
        await this.work.record(file, `incident.${state === 'active' ? 'activated' : 'stood_down'}`);
        return { id };
      },
      { lock: true },
    );
  }

  /** Headquarters, or the head of a post concerned; a head who is lent to the incident lends nobody. */
  private requireAtOne(actor: Actor, { postIds }: IncidentRow): void {
    const own = postIds.find((postId) => actor.can('crisis.activate', postId));
    actor.require('crisis.activate', own ?? postIds[0]);
  }

  /** Headquarters everywhere; a head of post where only their own post is concerned. */
  private requireAt(actor: Actor, postIds: readonly string[]): void {
    for (const postId of postIds) actor.require('crisis.activate', postId);
  }
}

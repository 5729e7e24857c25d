import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles, Timeline } from '../cases';
import { FullSight, Obligations } from '../obligations';
import {
  actsFrom,
  AID_TRANSITIONS,
  mayFollow,
  type AidAct,
  type AidDecisionAct,
  type AidState,
} from './domain/aid';
import { AidDecision, AidRequest } from './entities/aid.entity';

/** Whoever holds one of them may act; the reach is row-level security's. */
const PERMISSIONS: Readonly<Record<AidAct, readonly string[]>> = {
  submit: ['aid.propose'],
  endorse: ['aid.approve'],
  review: ['aid.review'],
  approve: ['aid.approve'],
  resolve: ['aid.resolve'],
  pay: ['aid.pay'],
  pay_urgent: ['aid.pay'],
  regularise: ['aid.approve', 'aid.resolve'],
  account: ['aid.account'],
  observe: ['aid.settle'],
  answer: ['aid.propose'],
  settle: ['aid.settle'],
  return: ['aid.approve', 'aid.review', 'aid.resolve'],
  refuse: ['aid.approve', 'aid.review', 'aid.resolve'],
  cancel: ['aid.propose', 'aid.approve'],
  endorse_attention: ['aid.approve'],
  render: ['aid.account'],
};
const SEES_CASE = statement('aid.sees-case', 'SELECT tier FROM cases WHERE id = $1');

type Decided = Pick<AidRequest, 'kind' | 'state' | 'postId' | 'programme' | 'urgent'>;

/** Acts that the actor may do on a request from where it stands. */
export const allowedTo = (actor: Actor, aid: Decided): AidAct[] =>
  actsFrom(aid.kind, aid.state).filter((act) =>
    permissionsFor(act, aid).some((permission) => actor.can(permission, aid.postId)),
  );

/**
 * A subvention is decided in Lima: the post neither approves nor regularises it. Only what is urgent is
 * paid as such.
 */
function permissionsFor(act: AidAct, { programme, urgent }: Decided): readonly string[] {
  if (act === 'pay_urgent' && !urgent) return [];
  if (programme === 'palh') return PERMISSIONS[act];
  if (act === 'approve') return [];
  return act === 'regularise' ? ['aid.resolve'] : PERMISSIONS[act];
}

export interface AidFile {
  aid: AidRequest;
  now: Temporal.Instant;
  /** The actor reaches the case; without it they know the money alone. */
  seesCase: boolean;
}
export type Signed = Partial<
  Omit<AidRequest, 'id' | 'caseId' | 'postId' | 'number' | 'kind' | 'state' | 'version'>
>;

/** What every act on aid writes with. */
@Injectable()
export class AidTools {
  constructor(
    readonly database: Database,
    readonly cases: CaseFiles,
    readonly timeline: Timeline,
    readonly audit: Audit,
    readonly obligations: Obligations,
    readonly sight: FullSight,
    readonly clock: Clock,
  ) {}
}

/**
 * The way of every act on a request: one transaction in which the request is locked, the act must
 * follow from where it stands, the rule decides and money moves, the stage is signed, and its trace and
 * clocks are kept, also by whoever does not see the case.
 */
@Injectable()
export class AidWork {
  constructor(private readonly tools: AidTools) {}

  get database(): Database {
    return this.tools.database;
  }

  get cases(): CaseFiles {
    return this.tools.cases;
  }

  now(): Temporal.Instant {
    return this.tools.clock.now();
  }

  /** 404 out of reach; 403 without permission; 409 AID_DOES_NOT_FOLLOW with what would. */
  act(
    actor: Actor,
    id: string,
    act: AidAct,
    work: (file: AidFile) => Promise<Signed>,
    reason?: string,
  ): Promise<{ id: string; state: string }> {
    const { database } = this.tools;
    return database.inTransaction(actor, async () => {
      const file = await this.lock(id);
      const { aid } = file;
      const [first, ...others] = PERMISSIONS[act];
      if (!others.some((permission) => actor.can(permission, aid.postId))) {
        actor.require(first!, aid.postId);
      }
      if (!mayFollow(aid.kind, aid.state, act)) {
        const allowed = actsFrom(aid.kind, aid.state);
        throw new DomainError('AID_DOES_NOT_FOLLOW', { status: 409, allowed });
      }
      const signed = await work(file);
      await this.enter(file, act, signed, reason);
      return { id, state: AID_TRANSITIONS[act].to };
    });
  }

  /** A request that is still in preparation, locked; 409 once it was submitted. */
  draft<T>(actor: Actor, id: string, work: (file: AidFile) => Promise<T>): Promise<T> {
    return this.tools.database.inTransaction(actor, async () => {
      const file = await this.lock(id);
      actor.require('aid.propose', file.aid.postId);
      if (file.aid.state !== 'draft' && file.aid.state !== 'returned') {
        throw new DomainError('AID_WAS_SUBMITTED', { status: 409 });
      }
      return work(file);
    });
  }

  /** Locked, with its texts readable and writable where the actor is in the circle. */
  async lock(id: string): Promise<AidFile> {
    const { database, cases, clock } = this.tools;
    const aid = await database.lock(AidRequest, id);
    if (!aid) throw notFound();
    const [file] = await database.query(SEES_CASE, [aid.caseId]);
    if (file) await cases.writeIn(aid.caseId);
    return { aid, now: clock.now(), seesCase: file !== undefined };
  }

  /** The stage, its decision, its trace on the timeline and in the audit, and the clocks. */
  private async enter(
    { aid, now, seesCase }: AidFile,
    act: AidAct,
    signed: Signed,
    reason: string | undefined,
  ): Promise<void> {
    const { database } = this.tools;
    const state = AID_TRANSITIONS[act].to;
    await database.manager.update(AidRequest, aid.id, {
      ...signed,
      ...{ state, stageSince: now, version: aid.version + 1 },
    });
    await this.decide(aid, { act, state }, now, {
      reason: seesCase ? protect(reason) : null,
      note: seesCase ? null : (reason ?? null),
    });
    await this.trace(aid, 'aid.decided', { aidState: state }, now);
  }

  /** Keeps who decided what, and its trace in the audit. */
  async decide(
    aid: Pick<AidRequest, 'id' | 'caseId' | 'postId'>,
    { act, state }: { act: AidDecisionAct; state: AidState },
    occurredAt: Temporal.Instant,
    why: Pick<AidDecision, 'reason' | 'note'>,
  ): Promise<void> {
    const { database, audit } = this.tools;
    database.insert(AidDecision, {
      ...{ id: newId(), caseId: aid.caseId, aidId: aid.id, act, state, occurredAt, ...why },
      recordedBy: database.actor.accountId,
    });
    await audit.record({
      ...{ action: `aid.${act}`, subjectType: 'aid', subjectId: aid.id },
      details: { state, postId: aid.postId },
    });
  }

  /** Whoever answers for money writes on a timeline that they do not read. */
  async trace(
    aid: Pick<AidRequest, 'id' | 'caseId' | 'number' | 'programme' | 'line'>,
    kind: 'aid.recorded' | 'aid.decided',
    data: Record<string, unknown>,
    occurredAt: Temporal.Instant,
  ): Promise<void> {
    const { timeline, obligations, sight } = this.tools;
    const { id: aidId, number: aidNumber, programme, line: aidLine, caseId } = aid;
    await sight.during(() =>
      timeline.append({
        ...{ caseId, kind, occurredAt },
        data: { aidId, aidNumber, programme, aidLine, ...data },
      }),
    );
    await obligations.replan(caseId, kind.replace('.', '_'));
  }
}

/** Today in Lima, where the fiscal year is. */
export const todayInLima = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('America/Lima').toPlainDate().toString();

import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { invalidField } from '../../../platform/errors/domain-error';
import { CaseFiles, Timeline, type Case } from '../../cases';
import { Obligations } from '../../obligations';

const GROUND = statement(
  'catalogue.case-ground',
  `SELECT p.time_zone AS zone, app.sees_restricted(c.post_id, c.id) AS "seesRestricted"
     FROM cases c JOIN posts p ON p.id = c.post_id WHERE c.id = $1`,
);

/** An open case, locked, with what the rules compare with. */
export interface OpenFile {
  case: Case;
  now: Temporal.Instant;
  /** IANA zone of its post. */
  zone: string;
  seesRestricted: boolean;
}

/** A fact as the timeline and the audit keep it. */
export interface KeptFact {
  /** Timeline kind and audit action. */
  kind: string;
  occurredAt: Temporal.Instant;
  data: Record<string, unknown>;
  tier?: 'standard' | 'restricted';
  /** For the audit: codes and ids only. */
  details?: Record<string, unknown>;
}

/**
 * The way of every write of the catalogue in a case: one transaction in which the case is locked in
 * the actor's scope, the rule decides, the fact is kept with its timeline and audit entries, and the
 * duties are planned again.
 */
@Injectable()
export class CaseGround {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly obligations: Obligations,
    private readonly clock: Clock,
  ) {}

  /** 404 when absent or out of reach; 403 without `permission` at its post; 409 when finished. */
  on<T>(
    actor: Actor,
    caseId: string,
    permission: string,
    work: (file: OpenFile) => Promise<T>,
  ): Promise<T> {
    return this.database.inTransaction(actor, async () => {
      const found = await this.cases.lockOpen(caseId);
      actor.require(permission, found.postId);
      const [ground] = await this.database.query<{ zone: string; seesRestricted: boolean }>(
        GROUND,
        [caseId],
      );
      return work({ case: found, now: this.clock.now(), ...ground! });
    });
  }

  /** The moment of a fact: as given, not in the future; now when not given. */
  moment(given: string | undefined, now: Temporal.Instant): Temporal.Instant {
    const at = given ? Temporal.Instant.from(given) : now;
    if (Temporal.Instant.compare(at, now) > 0) throw invalidField('occurredAt', 'notInFuture');
    return at;
  }

  /** Keeps the trace of what was just saved and plans the duties again. */
  async record(file: OpenFile, ...facts: KeptFact[]): Promise<void> {
    for (const { kind, occurredAt, data, tier = 'standard', details = {} } of facts) {
      await this.timeline.append({ caseId: file.case.id, kind, occurredAt, tier, data });
      await this.audit.record({
        action: kind,
        subjectType: 'case',
        subjectId: file.case.id,
        details,
      });
    }
    const [first] = facts;
    if (first) await this.obligations.replan(file.case.id, first.kind.replace('.', '_'));
  }
}

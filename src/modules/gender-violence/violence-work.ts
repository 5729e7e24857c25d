import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { invalidField, notFound } from '../../platform/errors/domain-error';
import { CaseFiles, Timeline, type Case } from '../cases';
import { Obligations } from '../obligations';
import type { ViolenceFacts } from './domain/violence-facts';
import { ViolenceFactsSource } from './violence-facts.source';

/** An open case of gender violence, locked, with everything that rules compare with. */
export interface ViolenceFile {
  case: Case;
  facts: ViolenceFacts;
  now: Temporal.Instant;
}

/** One fact as the timeline and the audit keep it. */
export interface RecordedFact {
  /** Timeline kind and audit action, e.g. `risk.assessed`. */
  kind: string;
  id: string;
  /** Absent: now. */
  occurredAt?: Temporal.Instant;
  /** By the schema of the kind. */
  data: Record<string, unknown>;
  /** What was done for the person (taxonomy, *Actions of assistance*), when it counts as such. */
  action?: string;
}

/**
 * The way of every write to such a case: one transaction in which the case is locked in the actor's
 * scope, the rule decides, the fact is kept with its timeline entry and its audit entry, and the
 * duties are planned again.
 */
@Injectable()
export class ViolenceWork {
  constructor(
    readonly database: Database,
    readonly cases: CaseFiles,
    private readonly source: ViolenceFactsSource,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly obligations: Obligations,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` on the open case; the actor needs `permission` at its post. 404 when absent, out of
   * reach or of another family; 403 without permission; 409 when finished.
   */
  async on<T>(
    actor: Actor,
    caseId: string,
    permission: string,
    work: (file: ViolenceFile) => Promise<T>,
  ): Promise<T> {
    return this.database.inTransaction(actor, async () => {
      // sent together and answered in order: the facts are read after the lock is held
      const [found, facts] = await Promise.all([
        this.cases.lockOpen(caseId),
        this.source.of(caseId),
      ]);
      if (!facts) throw notFound();
      actor.require(permission, found.postId);
      return work({ case: found, facts, now: this.clock.now() });
    });
  }

  /** Keeps the trace of a fact that `work` has just saved and plans the duties again. */
  async record(file: ViolenceFile, ...facts: RecordedFact[]): Promise<void> {
    for (const { kind, id, data, action, occurredAt = file.now } of facts) {
      await this.timeline.append({
        caseId: file.case.id,
        kind,
        occurredAt,
        tier: 'restricted',
        data,
      });
      await this.audit.record({
        action: kind,
        subjectType: 'case',
        subjectId: file.case.id,
        details: { factId: id },
      });
      if (action) {
        await this.cases.recordAction(file.case.id, action, occurredAt, { tier: 'restricted' });
      }
    }
    const [first] = facts;
    if (first) await this.obligations.replan(file.case.id, first.kind.replace('.', '_'));
  }

  /** Inserts a row of the case; the table's policy decides. */
  insert<Row extends object>(
    entity: new () => Row,
    row: Omit<Row, 'recordedAt' | 'recordedBy'>,
  ): void {
    const recordedBy = this.database.actor.accountId;
    this.database.insert(entity, { ...row, recordedBy } as unknown as Partial<Row>);
  }
}

/** An ISO instant that validation has already accepted, not after now; absent: now. */
export function momentOf(
  iso: string | undefined,
  now: Temporal.Instant,
  path: string,
): Temporal.Instant {
  const at = iso ? Temporal.Instant.from(iso) : now;
  if (Temporal.Instant.compare(at, now) > 0) throw invalidField(path, 'notInFuture');
  return at;
}

/** Today somewhere: the host country may already be on the next date of UTC. */
const latestToday = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }).toString();

/** A civil day that is past or present; refuses one to come. */
export function pastDay(
  day: string | undefined,
  now: Temporal.Instant,
  path: string,
): string | null {
  if (day && day > latestToday(now)) throw invalidField(path, 'notInFuture');
  return day ?? null;
}

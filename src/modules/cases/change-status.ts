import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { CaseFiles } from './case-files';
import { CaseRegistry, type CaseChange } from './case-registry';
import { CivilDays } from './civil-days';
import type { Case } from './case.entity';
import { transition } from './domain/case-transitions';
import type { CaseStatus, DismissalReason, Outcome } from './domain/case-vocabulary';
import { Numbers } from './numbers';
import { Timeline } from './timeline';

interface Step {
  to: CaseStatus;
  /** Where the step starts, when the table allows more than this step means. */
  from?: readonly CaseStatus[];
  /** Takes a step back, which the table of transitions does not know. */
  undoes?: boolean;
  permission: string;
  change: CaseChange;
  kind: string;
  data?: Record<string, unknown>;
  set?: Partial<Case>;
  check?: (file: Case) => Promise<void> | void;
}

/** The steps of a case's life; where each may lead is `CASE_TRANSITIONS`. */
@Injectable()
export class ChangeStatus {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly registry: CaseRegistry,
    private readonly numbers: Numbers,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly days: CivilDays,
  ) {}

  /** Someone attends the case: from registered, or back from hold. */
  activate(actor: Actor, id: string): Promise<Case> {
    return this.step(actor, id, {
      to: 'active',
      permission: 'case.edit',
      change: 'activated',
      kind: 'case.activated',
      from: ['registered', 'on_hold'],
      set: { wakeOn: null },
    });
  }

  /** Rests until a civil date of its post, and then wakes by itself; its duties go on being watched. */
  hold(actor: Actor, id: string, body: { wakeOn: string; reason: string }): Promise<Case> {
    return this.step(actor, id, {
      to: 'on_hold',
      permission: 'case.edit',
      change: 'held',
      kind: 'case.held',
      data: { wakeOn: body.wakeOn, reason: protect(body.reason) },
      set: { wakeOn: body.wakeOn },
      check: async (file) => {
        const today = await this.days.todayAt(file.postId);
        if (Temporal.PlainDate.compare(body.wakeOn, today) <= 0) {
          throw invalidField('wakeOn', 'WAKE_DATE_NOT_AHEAD');
        }
      },
    });
  }

  /** Ends the case with an outcome, once its family's requirements are met: 422 CLOSING_REQUIREMENTS. */
  close(actor: Actor, id: string, body: { outcome: Outcome; note?: string }): Promise<Case> {
    return this.step(actor, id, {
      to: 'closed',
      permission: 'case.close',
      change: 'closed',
      kind: 'case.closed',
      data: { outcome: body.outcome, note: protect(body.note) },
      set: { outcome: body.outcome, closedAt: this.nowAsDate(), wakeOn: null },
      check: (file) => this.assertMayClose(actor, file, body.outcome),
    });
  }

  /** Throws what `close` would refuse with, 409 for the state included. */
  async examineClosing(actor: Actor, file: Case, outcome: Outcome): Promise<void> {
    actor.require('case.close', file.postId);
    transition(file.status, 'closed');
    await this.assertMayClose(actor, file, outcome);
  }

  /**
   * Takes a closing back as if it had not been: unlike a reopening, no duty starts anew. 409
   * CHANGED_SINCE unless the case is as that closing left it.
   */
  undoClosing(
    actor: Actor,
    id: string,
    was: Pick<Case, 'status' | 'wakeOn'>,
    left: { closedAt: string; outcome: Outcome },
  ): Promise<Case> {
    return this.step(actor, id, {
      to: was.status,
      undoes: true,
      permission: 'case.close',
      change: 'closing_undone',
      kind: 'case.closing_undone',
      set: { outcome: null, closedAt: null, wakeOn: was.wakeOn },
      check: (file) => {
        if (file.closedAt?.toISOString() !== left.closedAt || file.outcome !== left.outcome) {
          throw new DomainError('CHANGED_SINCE', { status: 409 });
        }
      },
    });
  }

  /** Puts aside what is no case of ours. */
  dismiss(
    actor: Actor,
    id: string,
    body: { reason: DismissalReason; note?: string },
  ): Promise<Case> {
    return this.step(actor, id, {
      to: 'dismissed',
      permission: 'case.close',
      change: 'dismissed',
      kind: 'case.dismissed',
      data: { reason: body.reason, note: protect(body.note) },
      set: { dismissalReason: body.reason, closedAt: this.nowAsDate() },
    });
  }

  /** Takes a closed case up again. */
  reopen(actor: Actor, id: string, body: { reason: string }): Promise<Case> {
    return this.step(actor, id, {
      to: 'active',
      permission: 'case.close',
      change: 'reopened',
      kind: 'case.reopened',
      data: { reason: protect(body.reason) },
      from: ['closed'],
      set: { outcome: null, closedAt: null },
    });
  }

  private step(actor: Actor, id: string, step: Step): Promise<Case> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(id);
      actor.require(step.permission, file.postId);
      const status = step.undoes ? step.to : transition(file.status, step.to, step.from);
      await step.check?.(file);
      await this.files.update(file, { ...step.set, status });
      await this.timeline.append({
        caseId: file.id,
        kind: step.kind,
        occurredAt: this.days.now(),
        ...(step.data ? { data: step.data } : {}),
        tier: this.registry.isRestricted(file.family, step.set?.outcome ?? null)
          ? 'restricted'
          : 'standard',
      });
      await this.audit.record({ action: step.kind, subjectType: 'case', subjectId: file.id });
      await this.files.announce(file, step.change);
      if (status === 'dismissed') await this.numbers.retire(file.id);
      return file;
    });
  }

  /** Officers close their own cases; heads of post and the protection desk any in their reach. */
  private async assertMayClose(actor: Actor, file: Case, outcome: Outcome): Promise<void> {
    const closesAny = actor.can('case.transfer', file.postId) || actor.holds('protection_desk');
    if (!closesAny && file.assigneeId !== actor.accountId) {
      throw new DomainError('CASE_OF_A_COLLEAGUE', { status: 403 });
    }
    const outcomes = await this.registry.outcomesOf(file);
    if (outcomes && !outcomes.includes(outcome)) {
      throw new DomainError('OUTCOME_NOT_FOR_FAMILY', {
        errors: [{ path: 'outcome', code: 'OUTCOME_NOT_FOR_FAMILY' }],
        allowed: outcomes,
      });
    }
    const unmet = (await this.registry.checklist(file.family, file.id)).filter(
      (item) => item.required && !item.done,
    );
    if (unmet.length > 0) {
      throw new DomainError('CLOSING_REQUIREMENTS', {
        errors: unmet.map(({ code }) => ({ path: 'checklist', code })),
      });
    }
  }

  private nowAsDate(): Date {
    return new Date(this.days.now().epochMilliseconds);
  }
}

import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { In, type QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import type { StepFact } from '../domain/repatriation-facts';
import { isOver, planned, previewMove, STEP_TRANSITIONS } from '../domain/schedule';
import { endsByFact } from '../domain/template';
import { RepatriationStep } from '../entities/plan.entity';
import type {
  AssignStepRequest,
  ChangeStepRequest,
  GiveUpPlanRequest,
  MoveStepRequest,
} from '../http/dto/step.requests';
import { RepatriationWork, todayAt, type RepatriationFile } from '../repatriation-work';

/** Whoever works at the post of the case now, or at headquarters. */
const WORKS_ON_IT = statement(
  'repatriation.step-owner',
  `SELECT 1 AS found FROM staff_roles r LEFT JOIN posts p ON p.id = r.post_id
    WHERE r.account_id = $1 AND (r.post_id IS NULL OR p.id = $2 OR p.parent_id = $2 OR p.kind = 'headquarters')
      AND r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now()) LIMIT 1`,
);

export interface MovePreview {
  /** Predicted arrival before and after; null in a plan without one. */
  arrivalFrom: string | null;
  arrivalTo: string | null;
  changes: { code: string; fromStart: string; fromEnd: string; toStart: string; toEnd: string }[];
}

/** The steps of the plan: begun, ended, found not to be needed, moved, given to somebody. */
@Injectable()
export class Steps {
  constructor(private readonly work: RepatriationWork) {}

  /**
   * 409 when it cannot go there, when those before it are open, or when a fact ends it: that fact is
   * recorded instead.
   */
  change(
    actor: Actor,
    caseId: string,
    id: string,
    { state, reason }: ChangeStepRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const step = stepOf(file, id);
      const allowed = STEP_TRANSITIONS[step.state];
      if (!allowed.includes(state)) {
        throw new DomainError('STEP_DOES_NOT_FOLLOW', { status: 409, allowed });
      }
      if (state === 'done' && endsByFact(step.code)) {
        throw new DomainError('STEP_ENDS_BY_FACT', { status: 409 });
      }
      if (state === 'not_needed' && !reason) throw invalidField('reason', 'isNotEmpty');
      const before = file.facts.steps.filter(({ code }) => step.after.includes(code));
      if (state !== 'not_needed' && !before.every(isOver)) {
        const waitsFor = before.filter((s) => !isOver(s)).map(({ code }) => code);
        throw new DomainError('STEP_WAITS', { status: 409, allowed: waitsFor });
      }
      const why = state === 'not_needed' ? protect(reason) : null;
      const startedOn = step.startedOn ?? (state === 'not_needed' ? null : todayAt(file));
      await this.work.database.manager.update(RepatriationStep, id, {
        ...{ state, startedOn: startedOn?.toString() ?? null, reason: why },
        ...{ endedAt: state === 'in_progress' ? null : file.now, version: () => 'version + 1' },
      });
      await this.work.record(file, {
        ...{ kind: 'repatriation_step.changed', id },
        data: { stepId: id, step: step.label, stepState: state, reason: why },
      });
      return { id };
    });
  }

  /** What moving the step would do to every other; nothing is kept. */
  preview(
    actor: Actor,
    caseId: string,
    id: string,
    { notBeforeOn }: MoveStepRequest,
  ): Promise<MovePreview> {
    return this.work.on(actor, caseId, 'case.edit', (file) => {
      const { code } = pendingOf(file, id);
      const { changes, arrival } = previewMove(
        file.facts.steps.map(planned),
        code,
        Temporal.PlainDate.from(notBeforeOn),
        todayAt(file),
      );
      return Promise.resolve({
        arrivalFrom: arrival.from?.toString() ?? null,
        arrivalTo: arrival.to?.toString() ?? null,
        changes: changes
          .filter(({ from, to }) => !from.start.equals(to.start) || !from.end.equals(to.end))
          .map(({ code: moved, from, to }) => ({
            ...{ code: moved, fromStart: from.start.toString(), fromEnd: from.end.toString() },
            ...{ toStart: to.start.toString(), toEnd: to.end.toString() },
          })),
      });
    });
  }

  /** It does not begin before that day of the post; 409 when it has begun. */
  move(
    actor: Actor,
    caseId: string,
    id: string,
    { notBeforeOn }: MoveStepRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const step = pendingOf(file, id);
      if (notBeforeOn < todayAt(file).toString()) throw invalidField('notBeforeOn', 'IN_THE_PAST');
      await this.set(id, { notBeforeOn });
      await this.work.record(file, {
        ...{ kind: 'repatriation_step.moved', id },
        data: { stepId: id, step: step.label, notBeforeOn },
      });
      return { id };
    });
  }

  /** Somebody answers for the step; without an account, whoever has its role. */
  assign(
    actor: Actor,
    caseId: string,
    id: string,
    body: AssignStepRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const step = stepOf(file, id);
      const ownerId = body.ownerId ?? null;
      const [known] = ownerId
        ? await this.work.database.query(WORKS_ON_IT, [ownerId, file.case.postId])
        : [true];
      if (!known) throw invalidField('ownerId', 'UNKNOWN_ACCOUNT');
      await this.set(id, { ownerId });
      await this.work.record(file, {
        ...{ kind: 'repatriation_step.assigned', id },
        data: { stepId: id, step: step.label, ownerId },
      });
      return { id };
    });
  }

  /** There will be no return: every open step is not needed, for one reason. 409 after a boarding. */
  giveUp(actor: Actor, caseId: string, { reason }: GiveUpPlanRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (file.facts.boardings.length > 0) throw new DomainError('HAS_BOARDED', { status: 409 });
      const open = file.facts.steps.filter((step) => !isOver(step)).map(({ id }) => id);
      const why = ProtectedText.clear(reason);
      await this.work.database.manager.update(
        RepatriationStep,
        { id: In(open), caseId },
        { state: 'not_needed', endedAt: file.now, reason: why, version: () => 'version + 1' },
      );
      await this.work.record(file, {
        ...{ kind: 'repatriation.given_up', id: caseId },
        data: { reason: why },
      });
      return { id: caseId };
    });
  }

  private async set(id: string, what: QueryDeepPartialEntity<RepatriationStep>): Promise<void> {
    const version = () => 'version + 1';
    await this.work.database.manager.update(RepatriationStep, id, { ...what, version });
  }
}

function stepOf({ facts }: RepatriationFile, id: string): StepFact {
  const step = facts.steps.find((one) => one.id === id);
  if (!step) throw notFound();
  return step;
}

function pendingOf(file: RepatriationFile, id: string): StepFact {
  const step = stepOf(file, id);
  if (step.state !== 'pending') {
    throw new DomainError('STEP_DOES_NOT_FOLLOW', { status: 409, allowed: [] });
  }
  return step;
}

import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork } from '../detention-work';
import { missingGuarantees } from '../domain/expulsion';
import { checkHappened, checkOrder } from '../domain/first-instants';
import { Expulsion, ExpulsionReview } from '../entities/proceedings.entity';
import type {
  NotifyExpulsionRequest,
  ReviewExpulsionRequest,
} from '../http/dto/protection.request';
import { refuse } from '../refuse';

/** Decisions to expel, and the officer's review that they are not arbitrary (CMW 2015 ¶71). */
@Injectable()
export class Expulsions {
  constructor(private readonly work: DetentionWork) {}

  notify(actor: Actor, caseId: string, body: NotifyExpulsionRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const id = newId();
      const notifiedAt = instantOf(body.notifiedAt);
      const notifiedOn = notifiedAt.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
      const late =
        body.appealDeadline && Temporal.PlainDate.compare(body.appealDeadline, notifiedOn) < 0;
      refuse([
        ...checkHappened('notifiedAt', notifiedAt, file.now),
        ...checkOrder('notifiedAt', notifiedAt, file.facts.detainedAt, 'BEFORE_DETENTION'),
        ...(late ? [{ path: 'appealDeadline', code: 'BEFORE_THE_DECISION' }] : []),
      ]);
      this.work.insert(Expulsion, {
        id,
        caseId,
        authority: body.authority,
        notifiedAt,
        grounds: protect(body.grounds),
        appealDeadline: body.appealDeadline ?? null,
      });
      await this.work.record(file, {
        kind: 'expulsion.notified',
        id,
        occurredAt: notifiedAt,
        data: {
          expulsionId: id,
          authority: body.authority,
          appealDeadline: body.appealDeadline ?? null,
        },
      });
      return { id };
    });
  }

  /** A missing guarantee forbids the conclusion that the decision is not arbitrary. */
  review(
    actor: Actor,
    caseId: string,
    expulsionId: string,
    body: ReviewExpulsionRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const expulsion = file.facts.expulsions.find((e) => e.id === expulsionId);
      if (!expulsion) throw notFound();
      const id = newId();
      const occurredAt = instantOf(body.occurredAt);
      const missing = missingGuarantees(body.checklist);
      refuse([
        ...checkHappened('occurredAt', occurredAt, file.now),
        ...checkOrder('occurredAt', occurredAt, expulsion.notifiedAt, 'BEFORE_THE_DECISION'),
        ...(body.conclusion === 'not_arbitrary'
          ? missing.map((g) => ({ path: `checklist.${g}`, code: 'GUARANTEE_MISSING' }))
          : []),
      ]);
      this.work.insert(ExpulsionReview, {
        id,
        caseId,
        expulsionId,
        occurredAt,
        checklist: { ...body.checklist },
        conclusion: body.conclusion,
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'expulsion.reviewed',
        id,
        occurredAt,
        data: { expulsionId, reviewId: id, conclusion: body.conclusion, missing },
      });
      return { id };
    });
  }
}

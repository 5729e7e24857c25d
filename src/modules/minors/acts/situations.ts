import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { isOfAge } from '../domain/child';
import { ChildSituationRow, ComingOfAge } from '../entities/child.entity';
import type { RecordComingOfAgeRequest, RecordSituationRequest } from '../http/dto/child.requests';
import { MinorWork, todayIn } from '../minor-work';

/** The row of a situation, and what the timeline says of it. */
export function newSituation(
  caseId: string,
  body: RecordSituationRequest,
  occurredAt: Temporal.Instant,
) {
  const { childWith, dangerToLife, presumedAge } = body;
  const id = newId();
  const row = {
    id,
    caseId,
    childWith,
    dangerToLife,
    presumedAge: presumedAge ?? null,
    occurredAt,
    note: protect(body.situationNote),
  };
  return {
    id,
    row: [ChildSituationRow, row] as const,
    data: { situationId: id, childWith, dangerToLife },
  };
}

/** With whom the child is, newest first; and what follows when they come of age. */
@Injectable()
export class Situations {
  constructor(private readonly work: MinorWork) {}

  record(actor: Actor, caseId: string, body: RecordSituationRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const { id, row, data } = newSituation(caseId, body, occurredAt);
      this.work.insert(...row);
      await this.work.record(file, { kind: 'child_situation.recorded', id, occurredAt, data });
      return { id };
    });
  }

  /** 409 NOT_OF_AGE_YET before the day at the post; 409 OF_AGE_ALREADY_SETTLED a second time. */
  comeOfAge(actor: Actor, caseId: string, body: RecordComingOfAgeRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (!isOfAge(file.facts.age, todayIn(file))) {
        throw new DomainError('NOT_OF_AGE_YET', { status: 409 });
      }
      if (file.facts.comingsOfAge.length > 0) {
        throw new DomainError('OF_AGE_ALREADY_SETTLED', { status: 409 });
      }
      const id = newId();
      const note = protect(body.note);
      const { course } = body;
      this.work.insert(ComingOfAge, { id, caseId, course, occurredAt: file.now, note });
      await this.work.record(file, {
        kind: 'coming_of_age.recorded',
        id,
        data: { comingOfAgeId: id, ofAgeCourse: course, note },
      });
      return { id };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { Revisions } from '../../../platform/database/revisions';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork, type DetentionFile } from '../detention-work';
import { checkHappened, checkOrder } from '../domain/first-instants';
import { BENEFIT_TRANSITIONS, type BenefitState } from '../domain/proceedings';
import { PrisonBenefit } from '../entities/proceedings.entity';
import type { ChangeBenefitRequest, RecordBenefitRequest } from '../http/dto/defence.request';
import { refuse } from '../refuse';

/** Prison benefits under local law: told, asked for, granted or not (rules §3.6). */
@Injectable()
export class Benefits {
  constructor(
    private readonly work: DetentionWork,
    private readonly database: Database,
    private readonly revisions: Revisions,
  ) {}

  record(
    actor: Actor,
    caseId: string,
    body: RecordBenefitRequest,
  ): Promise<{ id: string; version: number }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const id = newId();
      const at = instantOf(body.occurredAt);
      this.check(file, at);
      this.work.insert(PrisonBenefit, {
        id,
        caseId,
        kind: body.kind,
        state: body.state,
        stateSince: at,
        note: protect(body.note),
        version: 1,
      });
      await this.work.record(file, {
        kind: 'benefit.recorded',
        id,
        occurredAt: at,
        data: { benefitId: id, benefit: body.kind, state: body.state },
        ...(body.state === 'informed' ? { action: 'prison_benefit_information' } : {}),
      });
      return { id, version: 1 };
    });
  }

  change(
    actor: Actor,
    caseId: string,
    id: string,
    expected: number,
    body: ChangeBenefitRequest,
  ): Promise<{ id: string; version: number }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const { manager } = this.database;
      const row = await manager.findOneBy(PrisonBenefit, { id, caseId });
      if (!row) throw notFound();
      await this.revisions.assertCurrent('prison_benefit', id, row.version, expected, row);
      const allowed: readonly BenefitState[] = BENEFIT_TRANSITIONS[row.state];
      if (!allowed.includes(body.state)) {
        throw new DomainError('BENEFIT_DOES_NOT_FOLLOW', { status: 409, allowed });
      }
      const at = instantOf(body.occurredAt);
      this.check(file, at);
      refuse(checkOrder('occurredAt', at, row.stateSince, 'BEFORE_ITS_START'));
      const version = row.version + 1;
      await manager.update(PrisonBenefit, id, {
        state: body.state,
        stateSince: at,
        ...(body.note === undefined ? {} : { note: protect(body.note) }),
        version,
      });
      await this.revisions.record('prison_benefit', id, version, ['state'], row);
      await this.work.record(file, {
        kind: 'benefit.changed',
        id,
        occurredAt: at,
        data: { benefitId: id, benefit: row.kind, state: body.state },
      });
      return { id, version };
    });
  }

  private check(file: DetentionFile, at: Temporal.Instant): void {
    refuse([
      ...checkHappened('occurredAt', at, file.now),
      ...checkOrder('occurredAt', at, file.facts.detainedAt, 'BEFORE_DETENTION'),
    ]);
  }
}

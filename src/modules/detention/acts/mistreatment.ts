import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { instantOf, optionalInstant } from '../../../platform/clock/moments';
import { DetentionWork, type DetentionFile } from '../detention-work';
import type { AllegationFact } from '../domain/detention-facts';
import { checkDeed, checkHappened, checkOrder } from '../domain/first-instants';
import { acknowledgerOf, type Acknowledger } from '../domain/mistreatment';
import { MistreatmentAllegation } from '../entities/proceedings.entity';
import type {
  AssessMistreatmentRequest,
  ReportMistreatmentRequest,
} from '../http/dto/protection.request';
import { refuse } from '../refuse';

const RESTRICTED = 'restricted' as const;

/**
 * The fast lane of alleged torture or ill-treatment (rules §3.11): the consul takes note within the
 * hour, headquarters within four, an assessment follows. Everything about it is restricted.
 */
@Injectable()
export class Mistreatment {
  constructor(
    private readonly work: DetentionWork,
    private readonly database: Database,
  ) {}

  /** Whoever works the case may report; only those who see restricted parts read it back. */
  report(actor: Actor, caseId: string, body: ReportMistreatmentRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['contact.record', 'case.edit'], async (file) => {
      const id = newId();
      const reportedAt = instantOf(body.reportedAt);
      const happenedAt = optionalInstant(body.happenedAt);
      refuse([
        ...checkDeed('reportedAt', reportedAt, file.facts, file.now),
        ...checkHappened('happenedAt', happenedAt, file.now),
        ...checkOrder('happenedAt', happenedAt, file.facts.detainedAt, 'BEFORE_DETENTION'),
        ...checkOrder('reportedAt', reportedAt, happenedAt, 'BEFORE_IT_HAPPENED'),
      ]);
      this.work.insert(MistreatmentAllegation, {
        id,
        caseId,
        reportedAt,
        happenedAt,
        kinds: body.kinds,
        allegedAuthor: body.allegedAuthor,
        account: ProtectedText.clear(body.account),
        consulInformedAt: null,
        consulInformedBy: null,
        headquartersInformedAt: null,
        headquartersInformedBy: null,
        assessedAt: null,
        assessedBy: null,
        conclusion: null,
        assessment: null,
      });
      await this.work.record(file, {
        kind: 'mistreatment.alleged',
        id,
        occurredAt: reportedAt,
        tier: RESTRICTED,
        data: { allegationId: id, kinds: body.kinds },
      });
      return { id };
    });
  }

  /** The head of post takes note for the consul, the protection desks for headquarters. */
  acknowledge(
    actor: Actor,
    caseId: string,
    id: string,
  ): Promise<{ id: string; by: Acknowledger; at: string }> {
    return this.work.on(actor, caseId, ['case.read'], async (file) => {
      const allegation = this.find(file, id);
      const by = acknowledgerOf(actor.grants, file.case.postId);
      if (!by) {
        throw new DomainError('FORBIDDEN', { status: 403, params: { permission: 'head_of_post' } });
      }
      const known =
        by === 'consul' ? allegation.consulInformedAt : allegation.headquartersInformedAt;
      if (known) return { id, by, at: known.toString() };
      await this.database.manager.update(
        MistreatmentAllegation,
        id,
        by === 'consul'
          ? { consulInformedAt: file.now, consulInformedBy: actor.accountId }
          : { headquartersInformedAt: file.now, headquartersInformedBy: actor.accountId },
      );
      await this.work.record(file, {
        kind: 'mistreatment.acknowledged',
        id,
        occurredAt: file.now,
        tier: RESTRICTED,
        data: { allegationId: id, by },
      });
      return { id, by, at: file.now.toString() };
    });
  }

  /** The assessment ends the lane; a second look is a new allegation. */
  assess(
    actor: Actor,
    caseId: string,
    id: string,
    body: AssessMistreatmentRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const allegation = this.find(file, id);
      if (allegation.assessedAt) throw new DomainError('ALREADY_ASSESSED', { status: 409 });
      const assessment = ProtectedText.clear(body.note);
      await this.database.manager.update(MistreatmentAllegation, id, {
        assessedAt: file.now,
        assessedBy: actor.accountId,
        conclusion: body.conclusion,
        assessment,
      });
      await this.work.record(file, {
        kind: 'mistreatment.assessed',
        id,
        occurredAt: file.now,
        tier: RESTRICTED,
        data: { allegationId: id, conclusion: body.conclusion, assessment },
      });
      return { id };
    });
  }

  private find(file: DetentionFile, id: string): AllegationFact {
    const allegation = file.facts.allegations.find((a) => a.id === id);
    if (!allegation) throw notFound();
    return allegation;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { momentOf, pastDay } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Repatriation, RepatriationUndertaking } from '../entities/plan.entity';
import type {
  RecordUndertakingRequest,
  TellConditionsRequest,
  WaiveUndertakingRequest,
} from '../http/dto/condition.requests';
import { RepatriationWork } from '../repatriation-work';

const WHOLE = 100;

/** What makes somebody eligible: their will, their children, the order to leave, the undertaking. */
@Injectable()
export class Conditions {
  constructor(private readonly work: RepatriationWork) {}

  /** What the person said, and what ordered the removal; absent fields stay as they are. */
  tell(actor: Actor, caseId: string, body: TellConditionsRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const born = body.childrenBornAbroad ?? file.facts.childrenBornAbroad;
      const registered = body.childrenRegistered ?? file.facts.childrenRegistered;
      if ((registered ?? 0) > (born ?? 0)) {
        throw invalidField('childrenRegistered', 'MORE_THAN_BORN');
      }
      const orderedOn = pastDay(body.removal?.orderedOn, file.now, 'removal.orderedOn');
      await this.work.database.manager.update(Repatriation, caseId, {
        ...(body.agreed === undefined ? {} : { agreed: body.agreed }),
        childrenBornAbroad: born,
        childrenRegistered: registered,
        ...(body.removal
          ? {
              removalAuthority: protect(body.removal.authority),
              removalNumber: protect(body.removal.number),
              removalGround: protect(body.removal.ground),
              removalOrderedOn: orderedOn,
            }
          : {}),
        version: () => 'version + 1',
      });
      await this.work.record(file, {
        kind: 'repatriation.conditions_told',
        id: caseId,
        data: { agreed: body.agreed ?? null, removal: body.removal !== undefined },
      });
      return { id: caseId };
    });
  }

  /** The person signs that they will repay, or declines to (rules §6). */
  undertake(actor: Actor, caseId: string, body: RecordUndertakingRequest): Promise<{ id: string }> {
    const outcome = body.signed ? 'signed' : 'declined';
    if (!body.signed && !body.reason) throw invalidField('reason', 'isNotEmpty');
    return this.keep(actor, caseId, 'case.edit', { ...body, outcome, waivedPercent: 0 });
  }

  /** Headquarters waives the reimbursement wholly or in part; who and why stay with the case. */
  waive(actor: Actor, caseId: string, body: WaiveUndertakingRequest): Promise<{ id: string }> {
    const outcome = body.percent === WHOLE ? 'waived' : 'waived_in_part';
    const waiver = { ...body, outcome, waivedPercent: body.percent } as const;
    return this.keep(actor, caseId, 'repatriation.decide', waiver);
  }

  private keep(
    actor: Actor,
    caseId: string,
    permission: string,
    body: Pick<RepatriationUndertaking, 'outcome' | 'waivedPercent'> & {
      occurredAt?: string;
      reason?: string;
      documentId?: string;
    },
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, permission, async (file) => {
      const { outcome, waivedPercent } = body;
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      this.work.insert(RepatriationUndertaking, {
        ...{ id, caseId, outcome, waivedPercent, occurredAt },
        reason: protect(body.reason),
        documentId: await this.work.documentOf(caseId, body.documentId),
      });
      await this.work.record(file, {
        ...{ kind: 'undertaking.recorded', id, occurredAt },
        data: { undertakingId: id, undertaking: outcome, waivedPercent },
      });
      return { id };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText, protect } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { SAFETY_PLAN_PARTS } from '../domain/course';
import { SafetyPlan } from '../entities/danger.entity';
import { ChildAtRisk } from '../entities/protection.entity';
import type { RecordChildRequest, RecordSafetyPlanRequest } from '../http/dto/danger.requests';
import { ViolenceWork } from '../violence-work';

const NEWEST = statement(
  'gender-violence.newest-plan',
  'SELECT coalesce(max(version), 0) AS version FROM safety_plans WHERE case_id = $1',
);

/** The safety plan, a version at a time, and the children whom the violence reaches. */
@Injectable()
export class PlanSafety {
  constructor(private readonly work: ViolenceWork) {}

  /** A new version of the whole plan; 409 SAFETY_PLAN_CHANGED when it starts from an older one. */
  plan(
    actor: Actor,
    caseId: string,
    body: RecordSafetyPlanRequest,
  ): Promise<{ id: string; version: number }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const content = Object.fromEntries(
        SAFETY_PLAN_PARTS.flatMap((part) => (body[part] ? [[part, body[part]]] : [])),
      );
      if (Object.keys(content).length === 0) throw invalidField('safePlace', 'SAY_AT_LEAST_ONE');
      const [newest] = await this.work.database.query<{ version: number }>(NEWEST, [caseId]);
      if (newest!.version !== body.basedOn) {
        throw new DomainError('SAFETY_PLAN_CHANGED', { status: 409 });
      }
      const id = newId();
      const version = body.basedOn + 1;
      this.work.insert(SafetyPlan, {
        id,
        caseId,
        version,
        content: ProtectedText.clear(JSON.stringify(content)),
      });
      await this.work.record(file, {
        kind: 'safety_plan.recorded',
        id,
        data: { planId: id, version },
      });
      return { id, version };
    });
  }

  /** How a child of the case is; a later entry about the same child takes its place. */
  child(actor: Actor, caseId: string, body: RecordChildRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const personId = await this.work.partOf(caseId, body.personId);
      const id = newId();
      this.work.insert(ChildAtRisk, {
        id,
        caseId,
        personId,
        situation: body.situation,
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'child.recorded',
        id,
        data: { childId: id, personId, situation: body.situation },
      });
      return { id };
    });
  }
}

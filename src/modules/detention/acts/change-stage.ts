import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { CaseFiles } from '../../cases';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork } from '../detention-work';
import { checkHappened, checkOrder } from '../domain/first-instants';
import { isClosingStage, STAGE_TRANSITIONS, type Stage } from '../domain/stage';
import { checkStage, stageAt, type StageFact } from '../domain/stage-history';
import { DetentionStage } from '../entities/detention.entity';
import type { ChangeStageRequest } from '../http/dto/course.request';
import { refuse } from '../refuse';

/**
 * Adds a step to the legal history, in its place by date; a mistake is replaced, never edited. The
 * end of the detention is such a step too (`release`).
 */
@Injectable()
export class ChangeStage {
  constructor(
    private readonly work: DetentionWork,
    private readonly cases: CaseFiles,
  ) {}

  run(
    actor: Actor,
    caseId: string,
    body: ChangeStageRequest,
  ): Promise<{ id: string; stage: Stage; version: number }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const entry: StageFact = {
        id: newId(),
        stage: body.stage,
        occurredAt: instantOf(body.occurredAt),
        replaces: body.replaces ?? null,
      };
      refuse([
        ...checkHappened('occurredAt', entry.occurredAt, file.now),
        ...checkOrder('occurredAt', entry.occurredAt, file.facts.detainedAt, 'BEFORE_DETENTION'),
      ]);
      const { violations, from } = checkStage(file.facts.stages, entry);
      if (violations.length > 0) {
        throw new DomainError('STAGE_DOES_NOT_FOLLOW', {
          status: 409,
          errors: violations,
          ...(from ? { allowed: STAGE_TRANSITIONS[from] } : {}),
        });
      }
      this.work.insert(DetentionStage, {
        ...entry,
        caseId,
        note: protect(body.note),
      });
      const stage = stageAt([...file.facts.stages, entry]);
      await this.cases.update(file.case, { stage });
      await this.work.record(file, {
        kind: isClosingStage(entry.stage) ? 'person.released' : 'stage.changed',
        id: entry.id,
        occurredAt: entry.occurredAt,
        data: {
          stageId: entry.id,
          from,
          stage: entry.stage,
          replaces: entry.replaces,
          note: protect(body.note),
        },
      });
      return { id: entry.id, stage, version: file.case.version };
    });
  }
}

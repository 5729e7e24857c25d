import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { invalidField } from '../../../platform/errors/domain-error';
import type { TraffickingCaseType } from '../domain/vocabulary';
import type { ChangeTraffickingTypeRequest } from '../http/dto/story.requests';
import { TraffickingWork } from '../trafficking-work';

/** The offences are separate: what is known later may show that it was another one (rules §5). */
@Injectable()
export class ChangeTraffickingType {
  constructor(private readonly work: TraffickingWork) {}

  /** With a reason; the old type stays on the timeline. */
  run(actor: Actor, caseId: string, body: ChangeTraffickingTypeRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const from = file.case.type as TraffickingCaseType;
      if (from === body.type) throw invalidField('type', 'NOTHING_CHANGES');
      if (!body.reason) throw invalidField('reason', 'isNotEmpty');
      await this.work.cases.update(file.case, { type: body.type });
      await this.work.record(file, {
        kind: 'trafficking_type.changed',
        id: caseId,
        data: { from, to: body.type, reason: ProtectedText.clear(body.reason) },
      });
      return { id: caseId };
    });
  }
}

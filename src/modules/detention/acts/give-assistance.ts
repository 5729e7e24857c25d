import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { newId } from '../../../platform/ids';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork } from '../detention-work';
import { checkDeed } from '../domain/first-instants';
import type { GiveAssistanceRequest } from '../http/dto/contact.request';
import { refuse } from '../refuse';

/** Counts an action of assistance and tells it on the timeline. */
@Injectable()
export class GiveAssistance {
  constructor(private readonly work: DetentionWork) {}

  run(actor: Actor, caseId: string, body: GiveAssistanceRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['contact.record', 'case.edit'], async (file) => {
      const id = newId();
      const occurredAt = instantOf(body.occurredAt);
      refuse(checkDeed('occurredAt', occurredAt, file.facts, file.now));
      await this.work.record(file, {
        kind: 'assistance.given',
        id,
        occurredAt,
        data: { action: body.action, note: protect(body.note) },
        action: body.action,
      });
      return { id };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { newId } from '../../../platform/ids';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork } from '../detention-work';
import { checkDeed } from '../domain/first-instants';
import { DetentionMessage } from '../entities/contact.entity';
import type { CarryMessageRequest } from '../http/dto/contact.request';
import { refuse } from '../refuse';

/** Correspondence carried to or from the person, outside a visit (VCCR 36.1.b). */
@Injectable()
export class CarryMessage {
  constructor(private readonly work: DetentionWork) {}

  run(actor: Actor, caseId: string, body: CarryMessageRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['contact.record'], async (file) => {
      const id = newId();
      const occurredAt = instantOf(body.occurredAt);
      refuse(checkDeed('occurredAt', occurredAt, file.facts, file.now));
      this.work.insert(DetentionMessage, {
        id,
        caseId,
        direction: body.direction,
        party: body.party,
        occurredAt,
        summary: ProtectedText.clear(body.summary),
      });
      await this.work.record(file, {
        kind: `message.${body.direction}`,
        id,
        occurredAt,
        data: { messageId: id, party: body.party },
        action: `message_${body.direction}`,
      });
      return { id };
    });
  }
}

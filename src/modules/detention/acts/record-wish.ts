import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { newId } from '../../../platform/ids';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork } from '../detention-work';
import { checkDeed } from '../domain/first-instants';
import { DetentionWish } from '../entities/detention.entity';
import type { RecordWishRequest } from '../http/dto/course.request';
import { refuse } from '../refuse';

/** Keeps what the person wants: visits (VCCR 36.1.c) and the family being told. */
@Injectable()
export class RecordWish {
  constructor(private readonly work: DetentionWork) {}

  run(actor: Actor, caseId: string, body: RecordWishRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['contact.record'], async (file) => {
      const id = newId();
      const occurredAt = instantOf(body.occurredAt);
      refuse(checkDeed('occurredAt', occurredAt, file.facts, file.now));
      this.work.insert(DetentionWish, {
        id,
        caseId,
        subject: body.subject,
        wish: body.wish,
        occurredAt,
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'wish.recorded',
        id,
        occurredAt,
        data: { wishId: id, subject: body.subject, wish: body.wish },
      });
      return { id };
    });
  }
}

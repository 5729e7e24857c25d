import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { DetentionWork, instantOf, type DetentionFile } from '../detention-work';
import { checkDeed, checkOrder } from '../domain/first-instants';
import { currentWish, wishAt } from '../domain/wishes';
import { FamilyNotification } from '../entities/contact.entity';
import { DetentionWish } from '../entities/detention.entity';
import type { NotifyFamilyRequest } from '../http/dto/contact.request';
import type { RecordWishRequest } from '../http/dto/course.request';
import { refuse } from '../refuse';
import { People, type ContactChannel } from '../../people';
import type { FamilyChannel } from '../domain/correspondence';

/** The way in which each channel reaches somebody; an office of Peru calls on them. */
const CHANNEL_OF = {
  telephone: 'telephone',
  email: 'email',
  in_person: 'in_person',
  letter: 'letter',
  ode: 'in_person',
  other: 'message',
} as const satisfies Record<FamilyChannel, ContactChannel>;

/** Keeps what the person wants: visits (VCCR 36.1.c) and the family being told. */
@Injectable()
export class RecordWish {
  constructor(private readonly work: DetentionWork) {}

  run(actor: Actor, caseId: string, body: RecordWishRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['contact.record'], async (file) => {
      const id = newId();
      const occurredAt = instantOf(body.occurredAt);
      refuse(checkDeed('occurredAt', occurredAt, file.facts, file.now));
      await this.work.insert(DetentionWish, {
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

/** Logs that the family was told; refused before the person's wish is recorded as yes (rules §3.2). */
@Injectable()
export class NotifyFamily {
  constructor(
    private readonly work: DetentionWork,
    private readonly people: People,
  ) {}

  run(actor: Actor, caseId: string, body: NotifyFamilyRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['contact.record'], async (file) => {
      const id = newId();
      const occurredAt = instantOf(body.occurredAt);
      this.assertWished(file);
      if (!body.personId && !body.to) refuse([{ path: 'to', code: 'SAY_WHO_WAS_TOLD' }]);
      refuse(checkDeed('occurredAt', occurredAt, file.facts, file.now));
      if (wishAt(file.facts.wishes, 'family', occurredAt) !== 'yes') {
        const wish = currentWish(file.facts.wishes, 'family');
        refuse(checkOrder('occurredAt', occurredAt, wish?.occurredAt, 'BEFORE_THE_WISH'));
      }
      if (body.personId) {
        await this.people.assertMayContact(body.personId, {
          channel: CHANNEL_OF[body.channel],
          postId: file.case.postId,
          at: occurredAt,
          caseId,
        });
      }
      await this.work.insert(FamilyNotification, {
        id,
        caseId,
        personId: body.personId ?? null,
        recipient: protect(body.to),
        channel: body.channel,
        occurredAt,
        note: protect(body.note),
      });
      await this.work.record(file, {
        kind: 'family.notified',
        id,
        occurredAt,
        data: { notificationId: id, channel: body.channel, recipient: protect(body.to) },
        action: 'family_notified',
      });
      return { id };
    });
  }

  private assertWished(file: DetentionFile): void {
    const wish = currentWish(file.facts.wishes, 'family')?.wish ?? 'not_asked';
    if (wish !== 'yes') {
      throw new DomainError('FAMILY_NOT_WISHED', {
        errors: [{ path: 'wish', code: wish === 'no' ? 'FAMILY_REFUSED' : 'FAMILY_NOT_ASKED' }],
      });
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Disclosures, type DataCategory, type DisclosureChannel } from '../../consents';
import { People, type ContactChannel } from '../../people';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork, type DetentionFile } from '../detention-work';
import type { FamilyChannel } from '../domain/correspondence';
import { checkDeed, checkOrder } from '../domain/first-instants';
import { currentWish, wishAt } from '../domain/wishes';
import { FamilyNotification } from '../entities/contact.entity';
import type { NotifyFamilyRequest } from '../http/dto/contact.request';
import { refuse } from '../refuse';

/** The way in which each channel reaches somebody; an office of Peru calls on them. */
const CHANNEL_OF = {
  telephone: { contact: 'telephone', disclosure: 'telephone' },
  email: { contact: 'email', disclosure: 'email' },
  in_person: { contact: 'in_person', disclosure: 'in_person' },
  letter: { contact: 'letter', disclosure: 'letter' },
  ode: { contact: 'in_person', disclosure: 'in_person' },
  other: { contact: 'message', disclosure: 'other' },
} as const satisfies Record<
  FamilyChannel,
  { contact: ContactChannel; disclosure: DisclosureChannel }
>;

const SPOKEN: readonly FamilyChannel[] = ['telephone', 'in_person', 'ode'];

/** What telling the family of an arrest tells them: who, where, and that they are held. */
const TOLD: readonly DataCategory[] = ['identity', 'location', 'legal_situation'];

const HOME = 'PE';

/**
 * Logs that the family was told; refused before the person's wish is recorded as yes (rules §3.2).
 * What they were told left the Ministry, so it goes into the register of disclosures, on the ground
 * of that wish (Ley 29733 arts. 13–15).
 */
@Injectable()
export class NotifyFamily {
  constructor(
    private readonly work: DetentionWork,
    private readonly people: People,
    private readonly disclosures: Disclosures,
  ) {}

  run(actor: Actor, caseId: string, body: NotifyFamilyRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, ['contact.record'], async (file) => {
      const id = newId();
      const occurredAt = instantOf(body.occurredAt);
      this.assertWished(file);
      refuse(await this.check(file, occurredAt, body));
      await this.work.cases.assertMayLeave({
        caseId,
        to: { kind: 'family' },
        spoken: SPOKEN.includes(body.channel),
      });
      if (body.personId) {
        await this.people.assertMayContact(body.personId, {
          channel: CHANNEL_OF[body.channel].contact,
          postId: file.case.postId,
          at: occurredAt,
          caseId,
        });
      }
      this.work.insert(FamilyNotification, {
        id,
        caseId,
        personId: body.personId ?? null,
        recipient: protect(body.to),
        channel: body.channel,
        occurredAt,
        note: protect(body.note),
      });
      await this.disclose(file, id, occurredAt, body);
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

  private async disclose(
    file: DetentionFile,
    id: string,
    occurredAt: Temporal.Instant,
    body: NotifyFamilyRequest,
  ): Promise<void> {
    const { id: caseId, subjectPersonId: personId } = file.case;
    if (!personId) return;
    const country = body.country ?? HOME;
    const abroad = country !== HOME;
    await this.disclosures.record({
      caseId,
      personId,
      purpose: 'inform_family',
      recipient: body.personId
        ? { kind: 'family', personId: body.personId }
        : { kind: 'family', name: body.to ?? null },
      categories: TOLD,
      ground: 'recorded_wish',
      legalBasis: 'Convención de Viena sobre Relaciones Consulares, art. 36.1.b',
      channel: CHANNEL_OF[body.channel].disclosure,
      crossBorder: abroad,
      country: abroad ? country : null,
      safeguards: abroad ? 'express_consent' : null,
      subject: { type: 'family_notification', id },
      occurredAt,
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

  private async check(
    { facts, now }: DetentionFile,
    occurredAt: Temporal.Instant,
    { personId, to }: NotifyFamilyRequest,
  ) {
    if (!personId && !to) return [{ path: 'to', code: 'SAY_WHO_WAS_TOLD' }];
    if (personId && !(await this.people.summaries([personId])).has(personId)) {
      return [{ path: 'personId', code: 'UNKNOWN_PERSON' }];
    }
    const deed = checkDeed('occurredAt', occurredAt, facts, now);
    if (deed.length > 0 || wishAt(facts.wishes, 'family', occurredAt) === 'yes') return deed;
    const wish = currentWish(facts.wishes, 'family');
    return checkOrder('occurredAt', occurredAt, wish?.occurredAt, 'BEFORE_THE_WISH');
  }
}

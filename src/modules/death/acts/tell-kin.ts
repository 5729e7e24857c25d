import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { newId } from '../../../platform/ids';
import { Disclosures, type DataCategory } from '../../consents';
import { People } from '../../people';
import { DeathWork, type DeathFile } from '../death-work';
import { KinNotice } from '../entities/kin.entity';
import type { KinImpossibleRequest, TellKinRequest } from '../http/dto/kin.requests';

/** What the family learns: whose death, where, and how the case stands. */
const TOLD: readonly DataCategory[] = ['identity', 'location', 'case_progress'];
const HOME = 'PE';

/** The family is told by a person, before anything else leaves the case (rules §6). */
@Injectable()
export class TellKin {
  constructor(
    private readonly work: DeathWork,
    private readonly people: People,
    private readonly disclosures: Disclosures,
  ) {}

  /** Writes down that somebody told them: whom, who told, face to face or by telephone, when. */
  told(actor: Actor, caseId: string, body: TellKinRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'contact.record', async (file) => {
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const personId = body.personId ? await this.work.partOf(caseId, body.personId) : null;
      if (personId) {
        await this.people.assertMayContact(personId, {
          channel: body.channel,
          postId: file.case.postId,
          at: occurredAt,
          caseId,
        });
      }
      const id = newId();
      this.work.insert(KinNotice, {
        id,
        caseId,
        outcome: 'told',
        personId,
        recipient: ProtectedText.clear(body.recipient),
        relation: body.relation,
        channel: body.channel,
        toldBy: protect(body.toldBy),
        occurredAt,
        reason: null,
        note: protect(body.note),
      });
      await this.disclose(file, id, occurredAt, personId, body);
      await this.work.record(file, {
        kind: 'kin.informed',
        id,
        occurredAt,
        data: {
          noticeId: id,
          kinChannel: body.channel,
          relation: body.relation,
          recipient: protect(body.recipient),
        },
        action: 'family_notified',
      });
      return { id };
    });
  }

  /** Why nobody can be told, by whoever answers for the post's breaches: its head, or headquarters. */
  impossible(actor: Actor, caseId: string, body: KinImpossibleRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'breach.accept', async (file) => {
      const id = newId();
      const reason = ProtectedText.clear(body.reason);
      this.work.insert(KinNotice, {
        ...{ id, caseId, outcome: 'impossible', personId: null, recipient: null, relation: null },
        ...{ channel: null, toldBy: null, occurredAt: file.now, reason, note: null },
      });
      await this.work.record(file, { kind: 'kin.unreachable', id, data: { noticeId: id, reason } });
      return { id };
    });
  }

  private async disclose(
    file: DeathFile,
    id: string,
    occurredAt: Temporal.Instant,
    relative: string | null,
    body: TellKinRequest,
  ): Promise<void> {
    const { id: caseId, subjectPersonId: personId } = file.case;
    if (!personId) return;
    const country = body.country ?? HOME;
    const abroad = country !== HOME;
    await this.disclosures.record({
      caseId,
      personId,
      purpose: 'inform_family',
      recipient: {
        kind: 'family',
        ...(relative ? { personId: relative } : { name: body.recipient }),
      },
      categories: TOLD,
      ground: 'legal_obligation',
      legalBasis: 'Convención de Viena sobre Relaciones Consulares, art. 5.e',
      channel: body.channel,
      crossBorder: abroad,
      country: abroad ? country : null,
      safeguards: abroad ? 'treaty_or_judicial_cooperation' : null,
      subject: { type: 'kin_notice', id },
      occurredAt,
    });
  }
}

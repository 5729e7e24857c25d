import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { newId } from '../../../platform/ids';
import { ActNumbers } from '../act-numbers';
import { instantOf } from '../../../platform/clock/moments';
import type { RecordedFact } from '../../obligations';
import { DetentionWork, type DetentionFile } from '../detention-work';
import { checkContact } from '../domain/check-contact';
import type { ContactKind } from '../domain/contact';
import { VISIT_CHECKS, type CheckFinding, type VisitCheck } from '../domain/visit-checks';
import { stayAt } from '../domain/visit-situation';
import { ContactHealthFinding, DetentionContact, NoteVerbale } from '../entities/contact.entity';
import type { RecordContactRequest } from '../http/dto/contact.request';
import { refuse } from '../refuse';
import { People } from '../../people';

/** What a contact with the detainee counts as (taxonomy, *Actions of assistance*). */
const ACTION_OF_KIND = {
  in_person: 'visit_in_person',
  video: 'visit_video',
  telephone: 'call',
  letter: 'letter',
} as const satisfies Record<ContactKind, string>;

export interface RecordedContact {
  id: string;
  /** `MAD-2026-VIS-000045` for a visit in person to the detainee, else null. */
  actNumber: string | null;
}

/**
 * Records a visit or another contact: what was checked, what is needed, what was carried, and, when
 * the authority denied access, who did and the note verbale about it (RC 71; CMW 2015 ¶70–72).
 */
@Injectable()
export class RecordContact {
  constructor(
    private readonly work: DetentionWork,
    private readonly numbers: ActNumbers,
    private readonly people: People,
  ) {}

  run(actor: Actor, caseId: string, body: RecordContactRequest): Promise<RecordedContact> {
    const permission = body.kind === 'in_person' ? 'visit.record' : 'contact.record';
    return this.work.on(actor, caseId, [permission], async (file) => {
      const occurredAt = instantOf(body.occurredAt);
      refuse(checkContact(body, file.facts, file.now));
      if (body.withWhom === 'detainee' && file.case.subjectPersonId) {
        await this.people.assertMayContact(file.case.subjectPersonId, {
          channel: body.kind,
          postId: file.case.postId,
          at: occurredAt,
          caseId,
          address: body.address ?? null,
          dangerToLife: body.dangerToLife ?? null,
        });
      }
      const id = newId();
      const isVisit = body.kind === 'in_person' && body.withWhom === 'detainee';
      this.save(file, id, occurredAt, body);
      const note = await this.sendNote(file, id, body);
      await this.work.record(
        file,
        {
          kind: isVisit ? 'visit.recorded' : 'contact.recorded',
          id,
          occurredAt,
          data: {
            contactId: id,
            contactKind: body.kind,
            withWhom: body.withWhom,
            outcome: body.outcome,
            findings: findingsOf(body),
            needs: needsOf(body),
            nextSteps: protect(body.nextSteps),
          },
          ...actionOf(body),
        },
        ...messagesOf(body, id, occurredAt),
        ...(note ? [note] : []),
      );
      return {
        id,
        actNumber: isVisit ? await this.numbers.give(file, 'visit', id) : null,
        ...(note
          ? { noteVerbaleNumber: await this.numbers.give(file, 'note_verbale', note.id) }
          : {}),
      };
    });
  }

  private save(
    file: DetentionFile,
    id: string,
    occurredAt: Temporal.Instant,
    body: RecordContactRequest,
  ): void {
    const denial = body.denial ?? body.noteVerbale;
    this.work.insert(DetentionContact, {
      id,
      caseId: file.case.id,
      kind: body.kind,
      withWhom: body.withWhom,
      outcome: body.outcome,
      occurredAt,
      facilityId: body.facilityId ?? stayAt(file.facts.stays, occurredAt)?.facilityId ?? null,
      actNumber: null,
      findings: findingsOf(body),
      needs: needsOf(body),
      report: ProtectedText.clear(JSON.stringify(reportOf(body))),
      evidence: protect(body.evidence),
      deniedBy: denial?.authority ?? null,
      denialReason: protect(denial?.reason),
    });
    const health = body.checks?.find((c) => c.check === 'health');
    if (health) {
      this.work.insert(ContactHealthFinding, {
        contactId: id,
        caseId: file.case.id,
        finding: health.finding,
        note: protect(health.note),
      });
    }
  }

  private async sendNote(
    file: DetentionFile,
    contactId: string,
    { noteVerbale }: RecordContactRequest,
  ): Promise<RecordedFact | null> {
    if (!noteVerbale) return null;
    const id = newId();
    const sentAt = instantOf(noteVerbale.sentAt);
    this.work.insert(NoteVerbale, {
      id,
      caseId: file.case.id,
      contactId,
      followsId: null,
      actNumber: null,
      authority: noteVerbale.authority,
      subject: ProtectedText.clear(noteVerbale.reason),
      sentAt,
      repliedAt: null,
      reply: null,
      replyKind: null,
      explainedAt: null,
      explanation: null,
    });
    return {
      kind: 'note_verbale.sent',
      id,
      occurredAt: sentAt,
      data: { noteVerbaleId: id, authority: noteVerbale.authority, contactId, followsId: null },
      action: 'note_verbale',
    };
  }
}

/** Every check appears, so that what nobody looked at is seen too; health is kept elsewhere. */
function findingsOf(body: RecordContactRequest): Partial<Record<VisitCheck, CheckFinding>> {
  if (body.kind !== 'in_person' || body.withWhom !== 'detainee' || body.outcome !== 'done') {
    if (!body.checks) return {};
  }
  const given = new Map(body.checks?.map((c) => [c.check, c.finding]));
  return Object.fromEntries(
    VISIT_CHECKS.filter((check) => check !== 'health').map((check) => [
      check,
      given.get(check) ?? 'not_checked',
    ]),
  );
}

const needsOf = (body: RecordContactRequest) => body.needs?.map((need) => need.code) ?? [];

/** The narrative of the visit: kept and protected as one text. */
const reportOf = (body: RecordContactRequest) => ({
  checks: Object.fromEntries(
    (body.checks ?? []).filter((c) => c.check !== 'health' && c.note).map((c) => [c.check, c.note]),
  ),
  needs: Object.fromEntries((body.needs ?? []).filter((n) => n.note).map((n) => [n.code, n.note])),
  messagesDelivered: body.messagesDelivered ?? null,
  messagesReceived: body.messagesReceived ?? null,
  nextSteps: body.nextSteps ?? null,
});

function actionOf(body: RecordContactRequest): { action?: string } {
  if (body.outcome !== 'done') return {};
  if (body.withWhom === 'detainee') return { action: ACTION_OF_KIND[body.kind] };
  return body.withWhom === 'authority' ? { action: 'contact_with_authority' } : {};
}

const messagesOf = (
  body: RecordContactRequest,
  contactId: string,
  occurredAt: Temporal.Instant,
): RecordedFact[] =>
  (['delivered', 'received'] as const)
    .filter((d) => (d === 'delivered' ? body.messagesDelivered : body.messagesReceived))
    .map((direction) => ({
      kind: `message.${direction}`,
      id: contactId,
      occurredAt,
      data: { contactId, party: null },
      action: `message_${direction}`,
    }));

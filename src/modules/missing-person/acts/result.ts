import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { momentOf, pastDay } from '../../../platform/clock/moments';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { CaseLinks } from '../../cases';
import { OpenDeathCase } from '../../death';
import { LogDetention } from '../../detention';
import { canSpeak } from '../domain/missing-person';
import { interestOf, resultOf } from '../domain/plan-missing';
import { DisclosureOrder, LocatedWill, SearchResultRow } from '../entities/result.entity';
import type {
  OpenDeathOfSearchRequest,
  OpenDetentionOfSearchRequest,
  RecordOrderRequest,
  RecordResultRequest,
  RecordWillRequest,
} from '../http/dto/result.requests';
import { MissingWork, type MissingFile } from '../missing-work';

/** What was found, and what the located person wants: restricted parts. */
@Injectable()
export class Result {
  constructor(
    private readonly work: MissingWork,
    private readonly links: CaseLinks,
    private readonly deaths: OpenDeathCase,
    private readonly detentions: LogDetention,
  ) {}

  record(actor: Actor, caseId: string, body: RecordResultRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (interestOf(file.facts)?.decision !== 'verified') {
        throw new DomainError('INTEREST_NOT_VERIFIED', { status: 409 });
      }
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const id = newId();
      this.work.insert(SearchResultRow, {
        id,
        caseId,
        result: body.result,
        occurredAt,
        place: protect(body.place),
        detail: protect(body.detail),
      });
      await this.work.record(file, {
        kind: 'search.concluded',
        id,
        occurredAt,
        tier: 'restricted',
        data: { resultId: id, searchResult: body.result },
        ...(body.result === 'not_found' ? {} : { action: 'located' }),
      });
      return { id };
    });
  }

  /** With whom the located person wants contact, and what may be told; 409 before anybody was located. */
  will(actor: Actor, caseId: string, body: RecordWillRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      this.assertLocated(file);
      const authorises = body.will === 'authorises';
      const allows = body.allows ?? [];
      if (authorises && allows.length === 0) throw invalidField('allows', 'isNotEmpty');
      if (authorises && !body.recipientPersonId)
        throw invalidField('recipientPersonId', 'isNotEmpty');
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const recipientPersonId = authorises
        ? await this.work.partOf(caseId, body.recipientPersonId!, 'recipientPersonId')
        : null;
      const id = newId();
      this.work.insert(LocatedWill, {
        id,
        caseId,
        will: body.will,
        recipientPersonId,
        allows: authorises ? allows : [],
        message: protect(body.message),
        note: protect(body.note),
        occurredAt,
      });
      await this.work.record(file, {
        kind: 'located_will.recorded',
        id,
        occurredAt,
        tier: 'restricted',
        data: { willId: id, locatedWill: body.will },
      });
      return { id };
    });
  }

  order(actor: Actor, caseId: string, body: RecordOrderRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const id = newId();
      this.work.insert(DisclosureOrder, {
        id,
        caseId,
        authority: ProtectedText.clear(body.authority),
        number: ProtectedText.clear(body.number),
        orderedOn: pastDay(body.orderedOn, file.now, 'orderedOn')!,
        orders: body.orders,
        detail: protect(body.detail),
      });
      await this.work.record(file, {
        kind: 'disclosure_order.recorded',
        id,
        tier: 'restricted',
        data: { orderId: id },
      });
      return { id };
    });
  }

  /** Opens the case of the death, linked with this one; from then the family is told first. */
  openDeath(
    actor: Actor,
    caseId: string,
    body: OpenDeathOfSearchRequest,
  ): Promise<{ id: string; reference: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (resultOf(file.facts)?.result !== 'found_dead') {
        throw new DomainError('NOT_FOUND_DEAD', { status: 409 });
      }
      if (file.facts.linked.includes('death'))
        throw new DomainError('ALREADY_LINKED', { status: 409 });
      const { postId, country, subdivision, subjectPersonId, reference } = file.case;
      const opened = await this.deaths.run(actor, {
        ...{ postId, country, type: 'death_abroad', intakeChannel: 'other' },
        ...(subdivision ? { subdivision } : {}),
        person: { id: subjectPersonId! },
        fromReference: reference!,
        ...(body.diedOn ? { diedOn: body.diedOn } : {}),
        ...(body.manner ? { manner: body.manner } : {}),
      });
      return { id: opened.id, reference: opened.reference };
    });
  }

  /** Joins the detention in which the person was found. */
  linkDetention(
    actor: Actor,
    caseId: string,
    { reference }: { reference: string },
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', (file) => {
      if (resultOf(file.facts)?.result !== 'found_detained') {
        throw new DomainError('NOT_FOUND_DETAINED', { status: 409 });
      }
      const reason = 'Persona ubicada detenida';
      return this.links.add(actor, file.case.id, { reference, kind: 'related', reason });
    });
  }

  /**
   * Opens the detention in which the person was found, linked with this search: nobody found in a cell
   * is left without its clocks (rules §3).
   */
  openDetention(
    actor: Actor,
    caseId: string,
    body: OpenDetentionOfSearchRequest,
  ): Promise<{ id: string; reference: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (resultOf(file.facts)?.result !== 'found_detained') {
        throw new DomainError('NOT_FOUND_DETAINED', { status: 409 });
      }
      if (file.facts.linked.includes('detention')) {
        throw new DomainError('ALREADY_LINKED', { status: 409 });
      }
      const { postId, country, subdivision, subjectPersonId } = file.case;
      const { facilityName, city } = body;
      const opened = await this.detentions.run(actor, {
        ...{ postId, country, type: body.type, stage: body.stage, intakeChannel: 'other' },
        ...(subdivision ? { subdivision } : {}),
        person: { id: subjectPersonId! },
        ...{ postNotifiedAt: file.now.toString(), noticeChannel: 'written_notice' },
        ...{ visitWish: 'not_asked', familyWish: 'not_asked' },
        ...(facilityName ? { facilityName } : {}),
        ...(city ? { city } : {}),
      });
      const reason = 'Persona ubicada detenida';
      await this.links.add(actor, caseId, { caseId: opened.id, kind: 'related', reason });
      return { id: opened.id, reference: opened.reference };
    });
  }

  private assertLocated({ facts }: MissingFile): void {
    const result = resultOf(facts)?.result;
    if (!result || !canSpeak(result)) throw new DomainError('NOBODY_LOCATED', { status: 409 });
  }
}

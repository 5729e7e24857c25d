import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Disclosures } from '../../consents';
import { People } from '../../people';
import { beyond, mayTell, type MayTell, type OrderFact, type WillFact } from '../domain/may-tell';
import { DisclosureOrder, LocatedWill, RequesterAnswer } from '../entities/result.entity';
import type { AnswerRequesterRequest } from '../http/dto/result.requests';
import { MissingPolicies } from '../missing-policies';
import { MissingWork, type MissingFile } from '../missing-work';

const SEES = statement(
  'missing-person.sees',
  'SELECT app.sees_restricted(c.post_id, c.id) AS sees FROM cases c WHERE c.id = $1',
);
const NORM = 'Ley 29733, art. 13.5: voluntad registrada de la persona ubicada';

const millis = (at: Temporal.Instant): number => at.epochMilliseconds;

/** Tells the requester exactly what the located person allows or a court orders; else the neutral answer. */
@Injectable()
export class AnswerRequester {
  constructor(
    private readonly work: MissingWork,
    private readonly people: People,
    private readonly disclosures: Disclosures,
    private readonly policies: MissingPolicies,
  ) {}

  /**
   * Without kinds of data it is the neutral answer, in the words of the policy.
   * @throws DomainError 422 NOT_TO_BE_TOLD when nothing carries a kind of data; 403 for
   *   whoever does not see the result
   */
  run(actor: Actor, caseId: string, body: AnswerRequesterRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'disclosure.record', async (file) => {
      await this.assertSees(caseId);
      const { requesterPersonId } = file.facts;
      const occurredAt = momentOf(body.occurredAt, file.now, 'occurredAt');
      const categories = body.categories ?? [];
      const may = await this.mayTell(caseId, requesterPersonId);
      const refused = beyond(categories, may);
      if (refused.length > 0) {
        throw new DomainError('NOT_TO_BE_TOLD', {
          errors: [{ path: 'categories', code: 'NOT_ALLOWED' }],
          allowed: may.categories,
        });
      }
      const tells = categories.length > 0;
      if (tells && !body.told) throw invalidField('told', 'isNotEmpty');
      if (!tells && body.told) throw invalidField('told', 'NEUTRAL_WORDS_ARE_GIVEN');
      const spoken = body.channel === 'telephone' || body.channel === 'in_person';
      await this.work.cases.assertMayLeave({ caseId, to: { personId: requesterPersonId }, spoken });
      await this.people.assertMayContact(requesterPersonId, {
        ...{ channel: body.channel, postId: file.case.postId, at: occurredAt, caseId },
      });
      const id = newId();
      const told = tells ? body.told! : (await this.policies.current()).neutralAnswer.es;
      const basis = tells ? may.basis : 'neutral';
      this.work.insert(RequesterAnswer, {
        ...{ id, caseId, basis, categories, occurredAt },
        told: ProtectedText.clear(told),
        channel: body.channel,
      });
      if (tells) await this.disclose(file, id, may, body, occurredAt);
      await this.work.record(file, {
        kind: 'requester.answered',
        id,
        occurredAt,
        tier: 'restricted',
        data: { answerId: id, answerBasis: basis },
      });
      return { id };
    });
  }

  /** Of the answer that may be given now, for the page; in the reader's scope. */
  async mayTell(caseId: string, requesterPersonId: string): Promise<MayTell> {
    const { manager } = this.work.database;
    const [wills, orders] = await Promise.all([
      manager.findBy(LocatedWill, { caseId }),
      manager.findBy(DisclosureOrder, { caseId }),
    ]);
    return mayTell(
      wills.map((w): WillFact => ({ ...w, at: millis(w.occurredAt) })),
      orders.map((o): OrderFact => ({ id: o.id, orders: o.orders, at: o.recordedAt.getTime() })),
      requesterPersonId,
    );
  }

  private async assertSees(caseId: string): Promise<void> {
    const [reader] = await this.work.database.query<{ sees: boolean }>(SEES, [caseId]);
    if (!reader?.sees) throw new DomainError('RESULT_RESTRICTED', { status: 403 });
  }

  private async disclose(
    file: MissingFile,
    id: string,
    may: MayTell,
    body: AnswerRequesterRequest,
    occurredAt: Temporal.Instant,
  ): Promise<void> {
    const ordered = may.basis === 'court_order';
    await this.disclosures.record({
      caseId: file.case.id,
      personId: file.case.subjectPersonId!,
      purpose: 'search_for_person',
      recipient: { kind: 'family', personId: file.facts.requesterPersonId },
      categories: body.categories!,
      ground: ordered ? 'court_order' : 'recorded_wish',
      legalBasis: ordered ? await this.orderOf(may.by!) : NORM,
      channel: body.channel,
      subject: { type: 'requester_answer', id },
      tier: 'restricted',
      occurredAt,
    });
  }

  /** Number and authority of the order. */
  private async orderOf(id: string): Promise<string> {
    const order = await this.work.database.manager.findOneByOrFail(DisclosureOrder, { id });
    return [order.number, order.authority].map((text) => text.reveal()).join(', ');
  }
}

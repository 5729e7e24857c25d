import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { eligibility, isEligible } from '../domain/eligibility';
import { stateCost } from '../domain/itinerary';
import { eligibilityFacts } from '../domain/repatriation-facts';
import { RepatriationConsultation } from '../entities/plan.entity';
import type {
  AnswerConsultationRequest,
  AskConsultationRequest,
  ReportReturnRequest,
} from '../http/dto/consultation.requests';
import { RepatriationWork } from '../repatriation-work';

/** Headquarters is consulted before any spending; a return at no cost is only reported (rules §6). */
@Injectable()
export class Consultations {
  constructor(private readonly work: RepatriationWork) {}

  /** Asks for what the State is to pay in all; one question at a time, 409 while one is open. */
  ask(actor: Actor, caseId: string, body: AskConsultationRequest): Promise<{ id: string }> {
    const currencies = body.costs.map(({ currency }) => currency);
    if (new Set(currencies).size < currencies.length) throw invalidField('costs', 'REPEATED');
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (file.facts.consultations.some(({ state }) => state === 'open')) {
        throw new DomainError('CONSULTATION_OPEN', { status: 409 });
      }
      const costs = body.costs.map(({ currency, amount }) => ({ currency, amount }));
      return this.keep(file, { kind: 'consultation', state: 'open', costs }, body.request);
    });
  }

  /** Tells of a return that costs the State nothing; 409 when it does. */
  report(actor: Actor, caseId: string, body: ReportReturnRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (stateCost(file.facts.segments).size > 0) {
        throw new DomainError('COSTS_THE_STATE', { status: 409 });
      }
      return this.keep(file, { kind: 'report', state: 'reported', costs: [] }, body.report);
    });
  }

  /**
   * Headquarters authorises or refuses. 409 when it was answered; 409 NOT_ELIGIBLE with what is lacking
   * when it would authorise spending on somebody who does not meet the conditions of the type.
   */
  answer(
    actor: Actor,
    caseId: string,
    id: string,
    body: AnswerConsultationRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'repatriation.decide', async (file) => {
      const { facts, now } = file;
      const asked = facts.consultations.find((one) => one.id === id);
      if (!asked) throw notFound();
      if (asked.state !== 'open') throw new DomainError('CONSULTATION_ANSWERED', { status: 409 });
      const row = await this.work.database.manager.findOneByOrFail(RepatriationConsultation, {
        id,
      });
      if (row.recordedBy === actor.accountId)
        throw new DomainError('OWN_QUESTION', { status: 409 });
      const state = body.authorise ? 'authorised' : 'refused';
      const findings = eligibility(facts.type, eligibilityFacts(facts));
      if (body.authorise && !isEligible(findings)) {
        const lacking = findings.filter(({ required, finding }) => required && finding !== 'met');
        const allowed = lacking.map(({ condition }) => condition);
        throw new DomainError('NOT_ELIGIBLE', { status: 409, allowed });
      }
      await this.work.database.manager.update(RepatriationConsultation, id, {
        ...{ state, answeredAt: now, answeredBy: actor.accountId, version: row.version + 1 },
        answer: ProtectedText.clear(body.answer),
      });
      await this.work.record(file, {
        ...{ kind: 'consultation.answered', id },
        data: { consultationId: id, consultation: state },
      });
      return { id };
    });
  }

  private async keep(
    file: Parameters<RepatriationWork['record']>[0],
    what: Pick<RepatriationConsultation, 'kind' | 'state' | 'costs'>,
    text: string,
  ): Promise<{ id: string }> {
    const id = newId();
    this.work.insert(RepatriationConsultation, {
      ...{ id, caseId: file.case.id, ...what, askedAt: file.now, answeredAt: null },
      ...{ answeredBy: null, answer: null, version: 1, request: ProtectedText.clear(text) },
    });
    const { kind, state } = what;
    await this.work.record(file, {
      kind: kind === 'report' ? 'return.reported' : 'consultation.asked',
      id,
      data: { consultationId: id, consultation: state },
    });
    return { id };
  }
}

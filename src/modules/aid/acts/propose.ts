import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { amountOf, compareAmounts, converted, shared } from '../../../platform/money/money';
import { CaseFiles, Numbers, type Case } from '../../cases';

import { sameAs } from '../../people';
import { AidPolicies } from '../aid-policies';
import { AidWork, todayInLima } from '../aid-work';
import type { AidState } from '../domain/aid';
import {
  AidBeneficiary,
  AidDecision,
  AidQuote,
  AidRequest,
  AidWaterfall,
} from '../entities/aid.entity';
import type {
  AddQuoteRequest,
  AddWaterfallRequest,
  ProposeAidRequest,
  RecordAttentionRequest,
} from '../http/dto/propose.requests';
import { AidMoney } from '../money';

const ZONE = statement('aid.zone', 'SELECT time_zone AS zone FROM posts WHERE id = $1');
const TAKES_PART = statement(
  'aid.takes-part',
  `SELECT coalesce(p.merged_into, p.id) AS id FROM case_people cp JOIN persons p ON p.id = cp.person_id
    WHERE cp.case_id = $1 AND cp.until IS NULL AND cp.person_id IN ${sameAs('$2')} LIMIT 1`,
);
const DOCUMENT = statement(
  'aid.document',
  'SELECT 1 AS found FROM documents WHERE id = $1 AND case_id = $2',
);

/** Series of the numbers of aid. */
const SERIES = 'AYU';

interface Asked {
  programme: AidRequest['programme'];
  line: AidRequest['line'];
  amount: string;
  currency: string;
  beneficiaries: readonly { personId: string; amount?: string | undefined }[];
}

/** What is asked for and on what it rests: the everyday attention, and the request with its evidence. */
@Injectable()
export class ProposeAid {
  constructor(
    private readonly work: AidWork,
    private readonly cases: CaseFiles,
    private readonly money: AidMoney,
    private readonly policies: AidPolicies,
    private readonly numbers: Numbers,
  ) {}

  /**
   * An everyday attention: given and recorded at once, within the petty ceiling; the amount may be zero.
   * 422 ABOVE_PETTY_CEILING; 409 FUNDS_NOT_AVAILABLE.
   */
  attention(
    actor: Actor,
    caseId: string,
    body: RecordAttentionRequest,
  ): Promise<{ id: string; number: string }> {
    return this.inCase(actor, caseId, async (file, now) => {
      const { pettyCeiling } = await this.policies.current();
      const asked = { ...body, programme: 'palh' as const, beneficiaries: this.ofSubject(file) };
      const aid = await this.create(file, now, asked, {
        ...{ kind: 'attention', state: 'recorded', need: protect(body.note) },
        receiverDocumentId: await this.documentOf(file.id, body.documentId),
        paidOn: todayInLima(now),
      });
      if (compareAmounts(aid.pen, pettyCeiling) > 0) {
        throw invalidField('amount', 'ABOVE_PETTY_CEILING');
      }
      const day = todayInLima(now);
      await this.money.move(aid, ['reserved', 'committed', 'paid'], aid.amount, day);
      return { id: aid.id, number: aid.number };
    });
  }

  /** A request in preparation: who, what for, how much, and in which parts. */
  propose(
    actor: Actor,
    caseId: string,
    body: ProposeAidRequest,
  ): Promise<{ id: string; number: string }> {
    return this.inCase(actor, caseId, async (file, now) => {
      const aid = await this.create(file, now, body, {
        ...{ kind: 'request', state: 'draft', need: ProtectedText.clear(body.need) },
        ...{ excluded: [...(body.excluded ?? [])], proof: body.proof },
        proofDocumentId: await this.documentOf(file.id, body.proofDocumentId),
        ...{ toFirstEntry: body.toFirstEntry ?? null, urgent: body.urgent ?? false },
      });
      return { id: aid.id, number: aid.number };
    });
  }

  quote(actor: Actor, id: string, body: AddQuoteRequest): Promise<{ id: string }> {
    return this.work.draft(actor, id, async ({ aid }) => {
      const quoteId = newId();
      this.work.database.insert(AidQuote, {
        ...{ id: quoteId, caseId: aid.caseId, aidId: id, currency: body.currency },
        ...{ amount: amountOf(body.amount), recordedBy: actor.accountId },
        supplier: ProtectedText.clear(body.supplier),
        documentId: await this.documentOf(aid.caseId, body.documentId),
      });
      return { id: quoteId };
    });
  }

  /** What was tried before this purse, with its evidence. */
  waterfall(actor: Actor, id: string, body: AddWaterfallRequest): Promise<{ id: string }> {
    return this.work.draft(actor, id, async ({ aid }) => {
      const stepId = newId();
      this.work.database.insert(AidWaterfall, {
        ...{ id: stepId, caseId: aid.caseId, aidId: id, step: body.step, finding: body.finding },
        evidence: ProtectedText.clear(body.evidence),
        documentId: await this.documentOf(aid.caseId, body.documentId),
        recordedBy: actor.accountId,
      });
      return { id: stepId };
    });
  }

  async documentOf(caseId: string, documentId: string | undefined): Promise<string | null> {
    if (!documentId) return null;
    const [found] = await this.work.database.query(DOCUMENT, [documentId, caseId]);
    if (!found) throw invalidField('documentId', 'NOT_IN_THIS_CASE');
    return documentId;
  }

  private inCase<T>(
    actor: Actor,
    caseId: string,
    work: (file: Case, now: Temporal.Instant) => Promise<T>,
  ): Promise<T> {
    return this.work.database.inTransaction(actor, async () => {
      const file = await this.cases.lockOpen(caseId);
      actor.require('aid.propose', file.postId);
      return work(file, this.work.now());
    });
  }

  private ofSubject(file: Case): Asked['beneficiaries'] {
    if (!file.subjectPersonId) throw new DomainError('NOBODY_TO_HELP', { status: 409 });
    return [{ personId: file.subjectPersonId }];
  }

  /** The row, its beneficiaries with parts that add up exactly, and its first stage. */
  private async create(
    file: Case,
    now: Temporal.Instant,
    asked: Asked,
    more: Partial<AidRequest> & { kind: AidRequest['kind']; state: AidState },
  ): Promise<AidRequest> {
    const { database } = this.work;
    const day = todayInLima(now);
    const [rate, [post]] = await Promise.all([
      this.money.rateOn(asked.currency, day),
      database.query<{ zone: string }>(ZONE, [file.postId]),
    ]);
    const amount = amountOf(asked.amount);
    const proposedBy = database.actor.accountId!;
    const aid: Partial<AidRequest> = {
      ...{ id: newId(), caseId: file.id, postId: file.postId, stageSince: now },
      ...{ programme: asked.programme, line: asked.line, year: Number(day.slice(0, 4)) },
      ...{ amount, currency: asked.currency, ...converted(amount, rate), rateId: rate.id },
      ...{ excluded: [], proof: 'none', proposedBy, recordedBy: proposedBy, ...more },
      ...(more.paidOn ? { paidPen: converted(amount, rate).pen } : {}),
      persons: asked.beneficiaries.length,
      number: await this.numbers.takeForAct(file, SERIES, now, post!.zone),
    };
    const { usd: _, ...row } = aid as AidRequest & { usd?: string };
    database.insert(AidRequest, row);
    await this.enterBeneficiaries(row, asked.beneficiaries);
    database.insert(AidDecision, {
      ...{ id: newId(), caseId: file.id, aidId: row.id, act: 'create', state: row.state },
      ...{ occurredAt: now, reason: null, note: null, recordedBy: proposedBy },
    });
    await this.work.trace(row, 'aid.recorded', { aidKind: row.kind }, now);
    return row;
  }

  /** Absent parts are equal ones: thirds of a hundred are 33.34, 33.33 and 33.33. */
  private async enterBeneficiaries(
    { id: aidId, caseId, amount, recordedBy }: AidRequest,
    beneficiaries: Asked['beneficiaries'],
  ): Promise<void> {
    const { database } = this.work;
    const equal = beneficiaries.every(({ amount: part }) => part === undefined);
    const parts = equal
      ? shared(
          amount,
          beneficiaries.map(() => 1),
        )
      : beneficiaries.map(({ amount: part }) => amountOf(part ?? '0'));
    for (const [i, { personId }] of beneficiaries.entries()) {
      const [part] = await database.query<{ id: string }>(TAKES_PART, [caseId, personId]);
      if (!part) throw invalidField(`beneficiaries.${i}.personId`, 'NOT_IN_THE_CASE');
      database.insert(AidBeneficiary, {
        ...{ id: newId(), caseId, aidId, personId: part.id, amount: parts[i]!, recordedBy },
      });
    }
  }
}

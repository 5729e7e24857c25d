import type { Temporal } from '@js-temporal/polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import {
  CaseId,
  DayColumn,
  InstantColumn,
  Narrative,
  RecordedAt,
  RecordedBy,
} from '../../../platform/database/columns';
import type { Programme } from '../../funding';
import type {
  AidDecisionAct,
  AidKind,
  AidLine,
  AidState,
  ExcludedItem,
  PaymentMethod,
  ReceiptKind,
  WaterfallFinding,
  WaterfallStep,
} from '../domain/aid';
import type { AidFacts } from '../domain/checks';
import type { AidPolicy } from '../domain/policy';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });
const AidId = (): PropertyDecorator => Column('uuid', { name: 'aid_id' });
const DocumentId = (name = 'document_id'): PropertyDecorator =>
  Column('uuid', { name, nullable: true });
const Signer = (name: string): PropertyDecorator => Column('uuid', { name, nullable: true });
/** A decimal string with two places. */
const Money = (name: string, nullable = false): PropertyDecorator =>
  Column('numeric', { name, precision: 18, scale: 2, nullable });
const Currency = (): PropertyDecorator => Column('char', { length: 3 });

/** What headquarters decides of aid, by version. */
@Entity('aid_policies')
export class AidPolicyVersion {
  @PrimaryColumn('integer', key('aid_policies')) version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: AidPolicy;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** An attention or a request: the money, where it stands, and who signed each stage. */
@Entity('aid_requests')
export class AidRequest {
  @PrimaryColumn('uuid', key('aid_requests')) id: string;
  @CaseId() caseId: string;
  @Column('uuid', { name: 'post_id' }) postId: string;
  /** What whoever pays knows the payee by: `MAD-2026-AYU-000123`, random for a sealed case. */
  @Column('text') number: string;
  @Column('text') kind: AidKind;
  @Column('text') state: AidState;
  @InstantColumn('stage_since') stageSince: Temporal.Instant;
  @Column('text') programme: Programme;
  @Column('text') line: AidLine;
  /** Fiscal year whose money it is. */
  @Column('smallint') year: number;
  @Money('amount') amount: string;
  @Currency() currency: string;
  /** Soles at the rate of the day it was asked. */
  @Money('pen') pen: string;
  @Column('uuid', { name: 'rate_id' }) rateId: string;
  @Column('text', { array: true, default: {} }) excluded: ExcludedItem[];
  @Column('text') proof: AidFacts['proof'];
  @DocumentId('proof_document_id') proofDocumentId: string | null;
  @Column('boolean', { name: 'to_first_entry', nullable: true }) toFirstEntry: boolean | null;
  /** Life at risk: paid before it is approved. */
  @Column('boolean', { default: false }) urgent: boolean;
  /** Somebody who may let a ceiling be exceeded. */
  @Column('boolean', { default: false }) exceeding: boolean;
  @Narrative('need') need: ProtectedText | null;
  @Column('uuid', { name: 'proposed_by' }) proposedBy: string;
  @Signer('endorsed_by') endorsedBy: string | null;
  @Signer('reviewed_by') reviewedBy: string | null;
  @Signer('approved_by') approvedBy: string | null;
  @Signer('paid_by') paidBy: string | null;
  @Signer('accounted_by') accountedBy: string | null;
  @Signer('settled_by') settledBy: string | null;
  @Column('text', { name: 'resolution_number', nullable: true }) resolutionNumber: string | null;
  @DayColumn('resolution_on') resolutionOn: string | null;
  /** Reference of the budget certificate. */
  @Column('text', { nullable: true }) certificate: string | null;
  @DayColumn('paid_on') paidOn: string | null;
  /** Soles at the rate of the day it was paid. */
  @Money('paid_pen', true) paidPen: string | null;
  @Column('text', { name: 'payment_method', nullable: true }) paymentMethod: PaymentMethod | null;
  @Narrative('payment_proof') paymentProof: ProtectedText | null;
  @DocumentId('receiver_document_id') receiverDocumentId: string | null;
  /** Of an advance: the last day at the post on which it is accounted for; null: not one. */
  @DayColumn('due_on') dueOn: string | null;
  /** Who holds an advance: an officer, or else a beneficiary. */
  @Signer('holder_account_id') holderAccountId: string | null;
  @Column('uuid', { name: 'holder_beneficiary_id', nullable: true })
  holderBeneficiaryId: string | null;
  /** Given back unspent, in the currency paid. */
  @Column('numeric', { precision: 18, scale: 2, default: 0 }) returned: string;
  /** How many it is for; also for whoever sees the money alone. */
  @Column('smallint', { default: 1 }) persons: number;
  /** Of an attention: first day of the month in which it was rendered. */
  @DayColumn('rendered_month') renderedMonth: string | null;
  @Column('integer', { default: 1 }) version: number;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Whom it helps, each with their part; the parts add up to the amount. */
@Entity('aid_beneficiaries')
export class AidBeneficiary {
  @PrimaryColumn('uuid', key('aid_beneficiaries')) id: string;
  @CaseId() caseId: string;
  @AidId() aidId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Money('amount') amount: string;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What a supplier would ask. */
@Entity('aid_quotes')
export class AidQuote {
  @PrimaryColumn('uuid', key('aid_quotes')) id: string;
  @CaseId() caseId: string;
  @AidId() aidId: string;
  @Narrative('supplier', false) supplier: ProtectedText;
  @Money('amount') amount: string;
  @Currency() currency: string;
  @DocumentId() documentId: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Evidence that an earlier purse was tried (rules §7, *Funding waterfall*). */
@Entity('aid_waterfall')
export class AidWaterfall {
  @PrimaryColumn('uuid', key('aid_waterfall')) id: string;
  @CaseId() caseId: string;
  @AidId() aidId: string;
  @Column('text') step: WaterfallStep;
  @Column('text') finding: WaterfallFinding;
  @Narrative('evidence', false) evidence: ProtectedText;
  @DocumentId() documentId: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** What accounts for the money, once and for good. */
@Entity('aid_receipts')
export class AidReceipt {
  @PrimaryColumn('uuid', key('aid_receipts')) id: string;
  @CaseId() caseId: string;
  @AidId() aidId: string;
  @Column('text') kind: ReceiptKind;
  @Column('text', { name: 'tax_id', nullable: true }) taxId: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @DayColumn('issued_on', false) issuedOn: string;
  @Money('amount') amount: string;
  @Currency() currency: string;
  @DocumentId() documentId: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Each stage that a request entered: who, when and why. */
@Entity('aid_decisions')
export class AidDecision {
  @PrimaryColumn('uuid', key('aid_decisions')) id: string;
  @CaseId() caseId: string;
  @AidId() aidId: string;
  @Column('text') act: AidDecisionAct;
  @Column('text') state: AidState;
  @InstantColumn('occurred_at') occurredAt: Temporal.Instant;
  @Narrative('reason') reason: ProtectedText | null;
  /** Of whoever answers for money without seeing the case: of money alone. */
  @Column('text', { nullable: true }) note: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

import { ApiProperty } from '@nestjs/swagger';
import { PROGRAMMES, type Programme } from '../../../funding';
import {
  AID_ACTS,
  AID_DECISION_ACTS,
  AID_KINDS,
  AID_LINES,
  AID_STATES,
  EXCLUDED_ITEMS,
  NEED_PROOFS,
  PAYMENT_METHODS,
  RECEIPT_KINDS,
  WATERFALL_FINDINGS,
  WATERFALL_STEPS,
  type AidAct,
  type AidDecisionAct,
  type AidKind,
  type AidLine,
  type AidState,
  type ExcludedItem,
  type NeedProof,
  type PaymentMethod,
  type ReceiptKind,
  type WaterfallFinding,
  type WaterfallStep,
} from '../../domain/aid';
import { ADVANCE_HOLDERS, type AdvanceHolder } from '../../domain/advance';
import { AID_CHECKS, type AidCheck } from '../../domain/checks';

const id = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const optional = { type: String, nullable: true } as const;
const optionalId = { ...optional, ...id };
const optionalDay = { ...optional, format: 'date' } as const;

export class AidKeptResponse {
  @ApiProperty(id) id: string;
}

export class AidProposedResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ example: 'MAD-2026-AYU-000123' }) number: string;
}

export class AidDoneResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ enum: AID_STATES }) state: string;
}

export class AttentionRefusedResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() code: string;
}
export class AttentionsEndorsedResponse {
  @ApiProperty({ type: [String] }) endorsed: string[];
  @ApiProperty({ type: [AttentionRefusedResponse] }) refused: AttentionRefusedResponse[];
}

export class MonthRenderedResponse {
  @ApiProperty() rendered: number;
}

/** Amounts are decimal strings; `pen` is soles at the rate of the day it was asked. */
export class AidLineResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() number: string;
  @ApiProperty({ enum: AID_KINDS }) kind: AidKind;
  @ApiProperty({ enum: AID_STATES }) state: AidState;
  @ApiProperty(instant) stageSince: string;
  @ApiProperty({ enum: PROGRAMMES }) programme: Programme;
  @ApiProperty({ enum: AID_LINES }) line: AidLine;
  @ApiProperty() year: number;
  @ApiProperty() amount: string;
  @ApiProperty() currency: string;
  @ApiProperty() pen: string;
  @ApiProperty() urgent: boolean;
  @ApiProperty() version: number;
  @ApiProperty() postCode: string;
  @ApiProperty(id) postId: string;
  /** Null for whoever does not reach the case. */
  @ApiProperty(optionalId) caseId: string | null;
  @ApiProperty(optional) caseReference: string | null;
  @ApiProperty(optional) resolutionNumber: string | null;
  @ApiProperty(optionalDay) resolutionOn: string | null;
  @ApiProperty(optionalDay) paidOn: string | null;
  @ApiProperty(optional) paidPen: string | null;
  @ApiProperty(optional) proposedBy: string | null;
  /** Of an advance: the last day at the post on which it is accounted for; null: not one. */
  @ApiProperty(optionalDay) dueOn: string | null;
  /** The day has passed and it is not accounted for. */
  @ApiProperty() overdue: boolean;
  /** Who holds the money of an advance. */
  @ApiProperty({ enum: ADVANCE_HOLDERS, nullable: true }) holder: AdvanceHolder | null;
  /** How many it is for. */
  @ApiProperty() persons: number;
}

export class AidListResponse {
  @ApiProperty({ type: [AidLineResponse] }) items: AidLineResponse[];
}

export class AidBeneficiaryResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(id) personId: string;
  @ApiProperty(optional) name: string | null;
  @ApiProperty() amount: string;
}
export class AidQuoteResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(optional) supplier: string | null;
  @ApiProperty() amount: string;
  @ApiProperty() currency: string;
  @ApiProperty(optionalId) documentId: string | null;
}
export class AidWaterfallResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ enum: WATERFALL_STEPS }) step: WaterfallStep;
  @ApiProperty({ enum: WATERFALL_FINDINGS }) finding: WaterfallFinding;
  @ApiProperty(optional) evidence: string | null;
  @ApiProperty(optionalId) documentId: string | null;
}
export class AidReceiptResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ enum: RECEIPT_KINDS }) kind: ReceiptKind;
  @ApiProperty(optional) taxId: string | null;
  @ApiProperty(optional) number: string | null;
  @ApiProperty({ format: 'date' }) issuedOn: string;
  @ApiProperty() amount: string;
  @ApiProperty() currency: string;
  @ApiProperty(optionalId) documentId: string | null;
}
export class AidDecisionResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ enum: AID_DECISION_ACTS }) act: AidDecisionAct;
  @ApiProperty({ enum: AID_STATES }) state: AidState;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optional) by: string | null;
  @ApiProperty(optional) reason: string | null;
  /** Of whoever answers for money alone. */
  @ApiProperty(optional) note: string | null;
}
export class AidCheckResponse {
  @ApiProperty({ enum: AID_CHECKS }) check: AidCheck;
  @ApiProperty() holds: boolean;
  /** May be exceeded by who may. */
  @ApiProperty() ceiling: boolean;
}
export class AidElsewhereResponse {
  @ApiProperty(id) personId: string;
  @ApiProperty({ enum: PROGRAMMES, nullable: true }) programme: Programme | null;
  @ApiProperty({ enum: AID_LINES, nullable: true }) line: AidLine | null;
  @ApiProperty(optional) pen: string | null;
  @ApiProperty(optional) postCode: string | null;
  @ApiProperty(optionalDay) givenOn: string | null;
  /** Of a sealed case: only that headquarters is to be asked. */
  @ApiProperty() askHeadquarters: boolean;
}

export class AidResponse extends AidLineResponse {
  @ApiProperty({ enum: EXCLUDED_ITEMS, isArray: true }) excluded: ExcludedItem[];
  @ApiProperty({ enum: NEED_PROOFS }) proof: NeedProof;
  @ApiProperty(optionalId) proofDocumentId: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) toFirstEntry: boolean | null;
  @ApiProperty() exceeding: boolean;
  @ApiProperty(optional) need: string | null;
  @ApiProperty(optional) certificate: string | null;
  @ApiProperty({ enum: PAYMENT_METHODS, nullable: true }) paymentMethod: PaymentMethod | null;
  @ApiProperty(optional) paymentProof: string | null;
  @ApiProperty(optionalId) receiverDocumentId: string | null;
  @ApiProperty() returned: string;
  /** Of an advance held by an officer. */
  @ApiProperty(optional) holderOfficer: string | null;
  @ApiProperty(optionalId) holderAccountId: string | null;
  /** Of an advance held by whoever is helped; null for whoever does not see the case. */
  @ApiProperty(optionalId) holderPersonId: string | null;
  /** Headquarters lets it be handed over as an advance in spite of an overdue rendition. */
  @ApiProperty() advanceAllowed: boolean;
  /** Before it is paid: a rendition of the post is overdue, so that it advances nothing. */
  @ApiProperty() postOverdue: boolean;
  @ApiProperty(optional) endorsedBy: string | null;
  @ApiProperty(optional) reviewedBy: string | null;
  @ApiProperty(optional) approvedBy: string | null;
  @ApiProperty(optional) paidBy: string | null;
  @ApiProperty(optional) accountedBy: string | null;
  @ApiProperty(optional) settledBy: string | null;
  @ApiProperty({ type: [AidBeneficiaryResponse] }) beneficiaries: AidBeneficiaryResponse[];
  @ApiProperty({ type: [AidQuoteResponse] }) quotes: AidQuoteResponse[];
  @ApiProperty({ type: [AidWaterfallResponse] }) waterfall: AidWaterfallResponse[];
  @ApiProperty({ type: [AidReceiptResponse] }) receipts: AidReceiptResponse[];
  @ApiProperty({ type: [AidDecisionResponse] }) decisions: AidDecisionResponse[];
  @ApiProperty({ type: [AidCheckResponse] }) checks: AidCheckResponse[];
  @ApiProperty({ type: [AidElsewhereResponse] }) elsewhere: AidElsewhereResponse[];
  /** Acts that the reader may do now. */
  @ApiProperty({ enum: AID_ACTS, isArray: true }) allowed: AidAct[];
}

export class QuotesPolicyResponse {
  /** Soles. */
  @ApiProperty() from: string;
  @ApiProperty() least: number;
}
export class AidPolicyContentResponse {
  @ApiProperty() pettyCeiling: string;
  @ApiProperty() postAuthority: string;
  @ApiProperty() urgentCeiling: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  lineCeilings: Record<string, string>;
  @ApiProperty(optional) personCeiling: string | null;
  @ApiProperty(optional) caseCeiling: string | null;
  @ApiProperty({ type: QuotesPolicyResponse }) quotes: QuotesPolicyResponse;
  @ApiProperty() undocumented: string;
  @ApiProperty() source: string;
}
export class AidPolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty({ type: AidPolicyContentResponse }) content: AidPolicyContentResponse;
  @ApiProperty() reason: string;
  @ApiProperty(optional) createdBy: string | null;
  @ApiProperty(instant) recordedAt: string;
}
export class AidPolicyListResponse {
  @ApiProperty({ type: [AidPolicyResponse] }) items: AidPolicyResponse[];
}
export class AidPolicyCreatedResponse {
  @ApiProperty() version: number;
}

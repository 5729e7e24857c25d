import { FARE_PAYERS, type FarePayer } from '../../../../platform/money/payers';
import { ApiProperty } from '@nestjs/swagger';
import {
  CONDITIONS,
  FINDINGS,
  UNDERTAKINGS,
  type Condition,
  type Finding,
  type Undertaking,
} from '../../domain/eligibility';
import { SEGMENT_MODES, type SegmentMode } from '../../domain/itinerary';
import {
  JOURNEY_GAPS,
  JOURNEY_PAPERS,
  type JourneyGap,
  type JourneyPaper,
} from '../../domain/journey';
import { DEBT_ENTRIES, type DebtEntryKind } from '../../domain/reimbursement';
import {
  REMINDER_STATES,
  REMINDER_WHYS,
  type ReminderState,
  type ReminderWhy,
} from '../../domain/reimbursement-policy';
import { REPATRIATION_TYPES, type RepatriationType } from '../../domain/repatriation-type';
import {
  BENEFIT_CHANNELS,
  CONSULTATION_KINDS,
  CONSULTATION_STATES,
  RECEPTION_STAGES,
  REIMBURSEMENTS,
  RETURN_FINDINGS,
  type BenefitChannel,
  type ConsultationKind,
  type ConsultationState,
  type ReceptionStage,
  type Reimbursement,
  type ReturnFinding,
} from '../../domain/vocabulary';
import { PlanStepResponse, StepWordsResponse } from './plan.responses';

const id = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const day = { format: 'date' } as const;
const optional = { type: String, nullable: true } as const;
const optionalId = { ...optional, ...id };
const optionalInstant = { ...optional, ...instant };
const optionalDay = { ...optional, ...day };
const optionalNumber = { type: Number, nullable: true } as const;

export class ReturnDutyResponse {
  @ApiProperty() kind: string;
  @ApiProperty(instant) dueAt: string;
}

export class OpenedRepatriationResponse {
  @ApiProperty(id) id: string;
  @ApiProperty({ example: 'MAD-2026-000123' }) reference: string;
  @ApiProperty() version: number;
  @ApiProperty(id) personId: string;
  @ApiProperty({ type: [ReturnDutyResponse] }) obligations: ReturnDutyResponse[];
}

export class CostResponse {
  @ApiProperty({ description: 'ISO 4217' }) currency: string;
  @ApiProperty({ example: '900.00' }) amount: string;
}

/** Of everything that is recorded of a case. */
export class ReturnEntry {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty(optional) recordedBy: string | null;
}

export class EligibilityResponse {
  @ApiProperty({ enum: CONDITIONS }) condition: Condition;
  @ApiProperty({ enum: FINDINGS }) finding: Finding;
  @ApiProperty() required: boolean;
  /** What to do when it is not met. */
  @ApiProperty({ type: StepWordsResponse }) mend: StepWordsResponse;
}

export class UndertakingResponse extends ReturnEntry {
  @ApiProperty({ enum: UNDERTAKINGS }) outcome: Undertaking;
  @ApiProperty() waivedPercent: number;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optional) reason: string | null;
  @ApiProperty(optionalId) documentId: string | null;
  @ApiProperty(optional) documentTitle: string | null;
}

export class ReturnConsultationResponse extends ReturnEntry {
  @ApiProperty({ enum: CONSULTATION_KINDS }) kind: ConsultationKind;
  @ApiProperty({ enum: CONSULTATION_STATES }) state: ConsultationState;
  @ApiProperty({ type: [CostResponse] }) costs: CostResponse[];
  @ApiProperty() request: string;
  @ApiProperty(instant) askedAt: string;
  @ApiProperty(optionalInstant) answeredAt: string | null;
  @ApiProperty(optional) answeredBy: string | null;
  @ApiProperty(optional) answer: string | null;
}

export class JourneyPaperResponse extends ReturnEntry {
  @ApiProperty({ enum: JOURNEY_PAPERS }) kind: JourneyPaper;
  @ApiProperty(optional) holder: string | null;
  @ApiProperty(optional) number: string | null;
  @ApiProperty(optional) issuedBy: string | null;
  @ApiProperty(day) issuedOn: string;
  @ApiProperty(optionalDay) expiresOn: string | null;
  @ApiProperty(optionalId) documentId: string | null;
  @ApiProperty(optional) documentTitle: string | null;
  @ApiProperty(optional) note: string | null;
}

export class SegmentShareResponse {
  @ApiProperty({ enum: FARE_PAYERS }) payer: FarePayer;
  @ApiProperty({ example: '600.10' }) amount: string;
}

export class SegmentResponse extends ReturnEntry {
  @ApiProperty({ enum: SEGMENT_MODES }) mode: SegmentMode;
  @ApiProperty() carrier: string;
  @ApiProperty(optional) service: string | null;
  @ApiProperty(optional) ticket: string | null;
  @ApiProperty() fromPlace: string;
  @ApiProperty() fromCountry: string;
  @ApiProperty() fromZone: string;
  @ApiProperty(instant) departsAt: string;
  @ApiProperty() toPlace: string;
  @ApiProperty() toCountry: string;
  @ApiProperty() toZone: string;
  @ApiProperty(instant) arrivesAt: string;
  @ApiProperty() fare: string;
  @ApiProperty() currency: string;
  @ApiProperty({ type: [SegmentShareResponse] }) shares: SegmentShareResponse[];
  @ApiProperty(optionalInstant) cancelledAt: string | null;
  @ApiProperty(optional) reason: string | null;
}

export class ReturnReceptionResponse extends ReturnEntry {
  @ApiProperty({ enum: RECEPTION_STAGES }) stage: ReceptionStage;
  @ApiProperty() institution: string;
  @ApiProperty(optional) contact: string | null;
  @ApiProperty() accepted: boolean;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalInstant) handedOverAt: string | null;
  @ApiProperty(optional) note: string | null;
}

export class BoardingResponse extends ReturnEntry {
  @ApiProperty(id) personId: string;
  @ApiProperty() person: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() ticketHandedOver: boolean;
  @ApiProperty(optional) note: string | null;
}

export class ReturnArrivalResponse extends ReturnEntry {
  @ApiProperty(id) personId: string;
  @ApiProperty() person: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() entryPoint: string;
  @ApiProperty(day) reportedOn: string;
  @ApiProperty(optional) note: string | null;
}

export class BenefitNoticeResponse extends ReturnEntry {
  @ApiProperty({ enum: BENEFIT_CHANNELS }) channel: BenefitChannel;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optional) note: string | null;
}

export class RepatriationFollowUpResponse extends ReturnEntry {
  @ApiProperty({ enum: RETURN_FINDINGS }) finding: ReturnFinding;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() note: string;
}

/** An entry of the debt, with the state that follows from it. */
export class RepatriationDebtResponse extends ReturnEntry {
  @ApiProperty({ enum: DEBT_ENTRIES }) kind: DebtEntryKind;
  @ApiProperty({ enum: REIMBURSEMENTS }) state: Reimbursement;
  /** What was owed in all when the debt began. */
  @ApiProperty({ type: [CostResponse] }) costs: CostResponse[];
  /** Of an instalment or a waiver. */
  @ApiProperty(optional) currency: string | null;
  @ApiProperty(optional) amount: string | null;
  @ApiProperty(optionalDay) settledOn: string | null;
  /** Of a waiver. */
  @ApiProperty(optional) reason: string | null;
  /** Of an instalment. */
  @ApiProperty(optional) proof: string | null;
  @ApiProperty(optionalId) documentId: string | null;
  @ApiProperty(optional) documentTitle: string | null;
}

/** A reminder of what is owed, by the service itself. */
export class DebtReminderResponse extends ReturnEntry {
  /** Days after the boarding, as the policy said. */
  @ApiProperty() afterDays: number;
  @ApiProperty({ enum: REMINDER_STATES }) state: ReminderState;
  /** Why it could not be sent: somebody speaks with the person instead. */
  @ApiProperty({ enum: REMINDER_WHYS, nullable: true }) why: ReminderWhy | null;
  @ApiProperty(optionalInstant) endedAt: string | null;
}

/** Of one currency: paid, waived and outstanding add up to what was owed. */
export class ReceivableResponse {
  @ApiProperty({ description: 'ISO 4217' }) currency: string;
  @ApiProperty({ example: '600.10' }) owed: string;
  @ApiProperty({ example: '100.00' }) paid: string;
  @ApiProperty({ example: '0.00' }) waived: string;
  @ApiProperty({ example: '500.10' }) outstanding: string;
}

/** The family's part of the case page. */
export class RepatriationResponse {
  @ApiProperty(id) caseId: string;
  @ApiProperty({ enum: REPATRIATION_TYPES }) type: RepatriationType;
  @ApiProperty({ type: Boolean, nullable: true }) agreed: boolean | null;
  @ApiProperty(optionalNumber) childrenBornAbroad: number | null;
  @ApiProperty(optionalNumber) childrenRegistered: number | null;
  @ApiProperty(optional) removalAuthority: string | null;
  @ApiProperty(optional) removalNumber: string | null;
  @ApiProperty(optionalDay) removalOrderedOn: string | null;
  @ApiProperty(optional) removalGround: string | null;
  /** Civil day of the post; null in a plan without an arrival. */
  @ApiProperty(optionalDay) predictedArrival: string | null;
  @ApiProperty({ type: [EligibilityResponse] }) eligibility: EligibilityResponse[];
  /** What is lacking to travel on the day of the departure. */
  @ApiProperty({ enum: JOURNEY_GAPS, isArray: true }) gaps: JourneyGap[];
  @ApiProperty({ type: [CostResponse] }) stateCosts: CostResponse[];
  @ApiProperty({ type: [CostResponse] }) authorisedCosts: CostResponse[];
  /** Null before the boarding. */
  @ApiProperty({ enum: REIMBURSEMENTS, nullable: true }) debt: Reimbursement | null;
  @ApiProperty({ type: [PlanStepResponse] }) steps: PlanStepResponse[];
  @ApiProperty({ type: [UndertakingResponse] }) undertakings: UndertakingResponse[];
  @ApiProperty({ type: [ReturnConsultationResponse] })
  consultations: ReturnConsultationResponse[];
  @ApiProperty({ type: [JourneyPaperResponse] }) papers: JourneyPaperResponse[];
  @ApiProperty({ type: [SegmentResponse] }) segments: SegmentResponse[];
  @ApiProperty({ type: [ReturnReceptionResponse] }) receptions: ReturnReceptionResponse[];
  @ApiProperty({ type: [BoardingResponse] }) boardings: BoardingResponse[];
  @ApiProperty({ type: [ReturnArrivalResponse] }) arrivals: ReturnArrivalResponse[];
  @ApiProperty({ type: [BenefitNoticeResponse] }) benefitNotices: BenefitNoticeResponse[];
  @ApiProperty({ type: [RepatriationFollowUpResponse] }) followUps: RepatriationFollowUpResponse[];
  @ApiProperty({ type: [RepatriationDebtResponse] }) debts: RepatriationDebtResponse[];
  /** Empty before the boarding, and when nothing is to be repaid. */
  @ApiProperty({ type: [ReceivableResponse] }) receivable: ReceivableResponse[];
  @ApiProperty({ type: [DebtReminderResponse] }) debtReminders: DebtReminderResponse[];
}

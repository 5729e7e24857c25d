import { ApiProperty } from '@nestjs/swagger';
import { SEXES, type Sex } from '../../../people';
import * as code from '../../domain/vocabulary';

const id = { format: 'uuid' } as const;
const text = { type: String, nullable: true } as const;
const day = { type: String, nullable: true, format: 'date' } as const;
const instant = { format: 'date-time' } as const;
const optionalInstant = { type: String, nullable: true, format: 'date-time' } as const;
const country = { type: String, nullable: true, description: 'ISO 3166-1 alpha-2' } as const;

class EntryOfTraffickingResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty(text) recordedBy: string | null;
}

/** An entry that a later one may take the place of. */
class ReplaceableEntryResponse extends EntryOfTraffickingResponse {
  @ApiProperty() replaced: boolean;
}

export class TraffickingFindingResponse extends ReplaceableEntryResponse {
  @ApiProperty({ enum: code.INDICATORS, isArray: true }) indicators: code.Indicator[];
  @ApiProperty(text) note: string | null;
}

export class ExploitationResponse extends ReplaceableEntryResponse {
  @ApiProperty({ enum: code.TRAFFICKING_ACTS, isArray: true }) acts: code.TraffickingAct[];
  @ApiProperty({ enum: code.PURPOSES, isArray: true }) purposes: code.TraffickingPurpose[];
  @ApiProperty({ enum: code.MEANS_OF_CONTROL, isArray: true }) means: code.MeansOfControl[];
  @ApiProperty({ enum: code.RECRUITED_THROUGH, nullable: true })
  recruitedThrough: code.RecruitedThrough | null;
  @ApiProperty({ enum: code.RELATIONS, nullable: true })
  recruiterRelation: code.TraffickerRelation | null;
  @ApiProperty(country) recruitedIn: string | null;
  @ApiProperty(text) promise: string | null;
  @ApiProperty(country) country: string | null;
  @ApiProperty(text) place: string | null;
  @ApiProperty(day) beganOn: string | null;
  @ApiProperty(day) endedOn: string | null;
  @ApiProperty(text) conditions: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) consentStated: boolean | null;
}

export class TransitLegResponse extends ReplaceableEntryResponse {
  @ApiProperty(country) fromCountry: string | null;
  @ApiProperty(country) toCountry: string | null;
  @ApiProperty(day) travelledOn: string | null;
  @ApiProperty({ enum: code.TRANSPORTS }) transport: code.Transport;
  @ApiProperty({ enum: code.BORDER_DOCUMENTS }) documents: code.BorderDocuments;
  @ApiProperty(text) note: string | null;
}

export class PerpetratorResponse extends ReplaceableEntryResponse {
  @ApiProperty({ enum: code.PERPETRATOR_PARTS }) part: code.PerpetratorPart;
  @ApiProperty(text) name: string | null;
  @ApiProperty(text) description: string | null;
  @ApiProperty({ enum: SEXES }) sex: Sex;
  @ApiProperty(country) nationality: string | null;
  @ApiProperty({ enum: code.RELATIONS }) relation: code.TraffickerRelation;
  @ApiProperty() isStaff: boolean;
}

export class IdentityCheckResponse extends EntryOfTraffickingResponse {
  @ApiProperty({ enum: code.NATIONALITY_FINDINGS }) nationalityFinding: code.NationalityFinding;
  @ApiProperty(country) nationality: string | null;
  @ApiProperty({ enum: code.AGE_FINDINGS }) ageFinding: code.AgeFinding;
  @ApiProperty(instant) checkedAt: string;
  @ApiProperty() evidence: string;
}

export class TraffickingReferralResponse extends EntryOfTraffickingResponse {
  @ApiProperty({ enum: code.REFERRAL_RECIPIENTS }) recipient: code.ReferralRecipient;
  @ApiProperty({ enum: code.REFERRAL_STATES }) state: code.ReferralState;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(text) authority: string | null;
  @ApiProperty(text) number: string | null;
  @ApiProperty(text) note: string | null;
  @ApiProperty(optionalInstant) answeredAt: string | null;
  @ApiProperty(text) answer: string | null;
}

export class ReflectionPeriodResponse extends EntryOfTraffickingResponse {
  @ApiProperty({ enum: code.REFLECTION_STATES }) state: code.ReflectionState;
  @ApiProperty() authority: string;
  @ApiProperty(day) fromDay: string | null;
  @ApiProperty(day) untilDay: string | null;
  @ApiProperty(text) note: string | null;
}

export class SafeReturnFollowUpResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty({ enum: code.RETURN_FINDINGS }) finding: code.ReturnFinding;
  @ApiProperty(text) note: string | null;
}

export class SafeReturnResponse extends EntryOfTraffickingResponse {
  @ApiProperty({ enum: code.RETURN_RISKS }) risk: code.ReturnRisk;
  @ApiProperty() riskAssessment: string;
  @ApiProperty() reception: string;
  @ApiProperty({ format: 'date' }) plannedOn: string;
  @ApiProperty(optionalInstant) arrivedAt: string | null;
  @ApiProperty({ type: [String], format: 'uuid' }) dependants: string[];
  @ApiProperty({ type: [SafeReturnFollowUpResponse] }) followUps: SafeReturnFollowUpResponse[];
}

const ELEMENTS = ['act', 'means', 'purpose'] as const;

/** What the facts suggest; the officer decides. */
export class QualificationResponse {
  /** The elements of trafficking are there. Consent changes nothing (Ley 30251). */
  @ApiProperty() trafficking: boolean;
  @ApiProperty({ enum: ELEMENTS, isArray: true }) missing: readonly (typeof ELEMENTS)[number][];
}

/** The family’s part of a case; each list newest first. */
export class TraffickingCaseResponse {
  @ApiProperty(id) caseId: string;
  @ApiProperty({ enum: code.TRAFFICKING_CASE_TYPES }) type: code.TraffickingCaseType;
  @ApiProperty({ type: QualificationResponse }) qualification: QualificationResponse;
  @ApiProperty({ type: [TraffickingFindingResponse] }) findings: TraffickingFindingResponse[];
  @ApiProperty({ type: [ExploitationResponse] }) exploitations: ExploitationResponse[];
  @ApiProperty({ type: [TransitLegResponse] }) transitLegs: TransitLegResponse[];
  @ApiProperty({ type: [PerpetratorResponse] }) perpetrators: PerpetratorResponse[];
  @ApiProperty({ type: [IdentityCheckResponse] }) checks: IdentityCheckResponse[];
  @ApiProperty({ type: [TraffickingReferralResponse] }) referrals: TraffickingReferralResponse[];
  @ApiProperty({ type: [ReflectionPeriodResponse] }) reflections: ReflectionPeriodResponse[];
  @ApiProperty({ type: [SafeReturnResponse] }) returns: SafeReturnResponse[];
}

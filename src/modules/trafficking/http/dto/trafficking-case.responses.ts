import { ApiProperty } from '@nestjs/swagger';
import {
  id,
  instant,
  optionalDay,
  optionalInstant,
  optionalText,
} from '../../../../platform/http/dto/response-fields';
import { EntryOfCaseResponse } from '../../../obligations';
import { SEXES, type Sex } from '../../../people';
import * as protection from '../../domain/protection';
import * as code from '../../domain/vocabulary';

const country = { type: String, nullable: true, description: 'ISO 3166-1 alpha-2' } as const;

/** An entry that a later one may take the place of. */
class ReplaceableEntryResponse extends EntryOfCaseResponse {
  @ApiProperty() replaced: boolean;
}

export class TraffickingFindingResponse extends ReplaceableEntryResponse {
  @ApiProperty({ enum: code.INDICATORS, isArray: true }) indicators: code.Indicator[];
  @ApiProperty(optionalText) note: string | null;
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
  @ApiProperty(optionalText) promise: string | null;
  @ApiProperty(country) country: string | null;
  @ApiProperty(optionalText) place: string | null;
  @ApiProperty(optionalDay) beganOn: string | null;
  @ApiProperty(optionalDay) endedOn: string | null;
  @ApiProperty(optionalText) conditions: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) consentStated: boolean | null;
}

export class TransitLegResponse extends ReplaceableEntryResponse {
  @ApiProperty(country) fromCountry: string | null;
  @ApiProperty(country) toCountry: string | null;
  @ApiProperty(optionalDay) travelledOn: string | null;
  @ApiProperty({ enum: code.TRANSPORTS }) transport: code.Transport;
  @ApiProperty({ enum: code.BORDER_DOCUMENTS }) documents: code.BorderDocuments;
  @ApiProperty(optionalText) note: string | null;
}

export class PerpetratorResponse extends ReplaceableEntryResponse {
  @ApiProperty({ enum: code.PERPETRATOR_PARTS }) part: code.PerpetratorPart;
  @ApiProperty(optionalText) name: string | null;
  @ApiProperty(optionalText) description: string | null;
  @ApiProperty({ enum: SEXES }) sex: Sex;
  @ApiProperty(country) nationality: string | null;
  @ApiProperty({ enum: code.RELATIONS }) relation: code.TraffickerRelation;
  @ApiProperty() isStaff: boolean;
}

export class IdentityCheckResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: protection.NATIONALITY_FINDINGS })
  nationalityFinding: protection.NationalityFinding;
  @ApiProperty(country) nationality: string | null;
  @ApiProperty({ enum: protection.AGE_FINDINGS }) ageFinding: protection.AgeFinding;
  @ApiProperty(instant) checkedAt: string;
  @ApiProperty() evidence: string;
}

export class TraffickingReferralResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: protection.REFERRAL_RECIPIENTS }) recipient: protection.ReferralRecipient;
  @ApiProperty({ enum: protection.REFERRAL_STATES }) state: protection.ReferralState;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalText) authority: string | null;
  @ApiProperty(optionalText) number: string | null;
  @ApiProperty(optionalText) note: string | null;
  @ApiProperty(optionalInstant) answeredAt: string | null;
  @ApiProperty(optionalText) answer: string | null;
}

export class ReflectionPeriodResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: protection.REFLECTION_STATES }) state: protection.ReflectionState;
  @ApiProperty() authority: string;
  @ApiProperty(optionalDay) fromDay: string | null;
  @ApiProperty(optionalDay) untilDay: string | null;
  @ApiProperty(optionalText) note: string | null;
}

export class SafeReturnFollowUpResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty({ enum: protection.RETURN_FINDINGS }) finding: protection.ReturnFinding;
  @ApiProperty(optionalText) note: string | null;
}

export class SafeReturnResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: protection.RETURN_RISKS }) risk: protection.ReturnRisk;
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

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  id,
  instant,
  optionalDay,
  optionalId,
  optionalInstant,
  optionalText,
} from '../../../../platform/http/dto/response-fields';
import { EntryOfCaseResponse } from '../../../obligations';
import {
  ASSISTANCE_OUTCOMES,
  FOLLOW_UP_FINDINGS,
  type AssistanceOutcome,
  type FollowUpFinding,
} from '../../domain/course';
import {
  AGGRESSOR_RELATIONS,
  GBVIMS_TYPES,
  INCIDENT_CONTEXTS,
  VIOLENCE_TYPES,
  type AggressorRelation,
  type GbvimsType,
  type IncidentContext,
  type ViolenceType,
} from '../../domain/incident';
import {
  CHILD_SITUATIONS,
  MEASURE_KINDS,
  MEASURE_STATES,
  SERVICE_STATES,
  SUPPORT_SERVICES,
  type ChildSituation,
  type MeasureKind,
  type MeasureState,
  type ServiceState,
  type SupportService,
} from '../../domain/protection';
import { RISK_LEVELS, type RiskAnswers, type RiskLevel } from '../../domain/risk';

export class IncidentResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: VIOLENCE_TYPES, isArray: true }) types: ViolenceType[];
  @ApiProperty({ enum: GBVIMS_TYPES }) gbvimsType: GbvimsType;
  @ApiProperty({ enum: INCIDENT_CONTEXTS }) context: IncidentContext;
  @ApiProperty(optionalDay) occurredFrom: string | null;
  @ApiProperty(optionalDay) occurredTo: string | null;
  @ApiProperty(optionalText) place: string | null;
  @ApiProperty(optionalText) account: string | null;
  @ApiProperty(optionalId) aggressorPersonId: string | null;
  @ApiProperty(optionalText) aggressorName: string | null;
  @ApiProperty(optionalText) aggressorDescription: string | null;
  @ApiProperty({ enum: AGGRESSOR_RELATIONS }) aggressorRelation: AggressorRelation;
  @ApiProperty() aggressorIsStaff: boolean;
  /** A later entry took its place. */
  @ApiProperty() replaced: boolean;
}

export class RiskAssessmentResponse extends EntryOfCaseResponse {
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() instrumentVersion: number;
  @ApiProperty({ type: Object }) answers: RiskAnswers;
  @ApiProperty() score: number;
  @ApiProperty({ enum: RISK_LEVELS }) computedLevel: RiskLevel;
  @ApiProperty({ enum: RISK_LEVELS }) level: RiskLevel;
  @ApiProperty(optionalText) raiseReason: string | null;
  @ApiProperty(optionalText) note: string | null;
}

export class RiskAcceptanceResponse extends EntryOfCaseResponse {
  @ApiProperty(id) assessmentId: string;
  @ApiProperty() reason: string;
}

export class SafetyPlanContentResponse {
  @ApiPropertyOptional() safePlace?: string;
  @ApiPropertyOptional() escapeRoute?: string;
  @ApiPropertyOptional() documentsBag?: string;
  @ApiPropertyOptional() codeWordWithChildren?: string;
  @ApiPropertyOptional() trustedPeople?: string;
  @ApiPropertyOptional() telephoneUse?: string;
  @ApiPropertyOptional() emergencyNumbers?: string;
  @ApiPropertyOptional() workOrSchool?: string;
  @ApiPropertyOptional() other?: string;
}

export class SafetyPlanResponse extends EntryOfCaseResponse {
  @ApiProperty() version: number;
  @ApiProperty({ type: SafetyPlanContentResponse }) content: SafetyPlanContentResponse;
}

export class ProtectionMeasureResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: MEASURE_KINDS }) kind: MeasureKind;
  @ApiProperty({ enum: MEASURE_STATES }) state: MeasureState;
  @ApiProperty() authority: string;
  @ApiProperty(optionalText) number: string | null;
  @ApiProperty(optionalText) scope: string | null;
  @ApiProperty(optionalDay) requestedOn: string | null;
  @ApiProperty(optionalDay) grantedOn: string | null;
  @ApiProperty(optionalDay) expiresOn: string | null;
  @ApiProperty(optionalId) renewsId: string | null;
  @ApiProperty(optionalInstant) endedAt: string | null;
  @ApiProperty(optionalText) endReason: string | null;
}

export class ChildAtRiskResponse extends EntryOfCaseResponse {
  @ApiProperty(id) personId: string;
  @ApiProperty(optionalText) fullName: string | null;
  @ApiProperty({ enum: CHILD_SITUATIONS }) situation: ChildSituation;
  @ApiProperty(optionalText) note: string | null;
}

export class SupportServiceResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: SUPPORT_SERVICES }) service: SupportService;
  @ApiProperty({ enum: SERVICE_STATES }) state: ServiceState;
  @ApiProperty() institution: string;
  @ApiProperty({ format: 'date' }) requestedOn: string;
  @ApiProperty(optionalDay) answeredOn: string | null;
  @ApiProperty(optionalText) note: string | null;
}

export class ReturnFollowUpResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty({ enum: FOLLOW_UP_FINDINGS }) finding: FollowUpFinding;
  @ApiProperty(optionalText) note: string | null;
}

export class ReturnToPeruResponse extends EntryOfCaseResponse {
  @ApiProperty(instant) returnedAt: string;
  @ApiProperty() institution: string;
  @ApiProperty(optionalText) plan: string | null;
  @ApiProperty({ type: [ReturnFollowUpResponse] }) followUps: ReturnFollowUpResponse[];
}

export class AssistanceOutcomeResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: ASSISTANCE_OUTCOMES }) outcome: AssistanceOutcome;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalText) note: string | null;
}

/** The family’s part of a case; each list newest first. */
export class ViolenceCaseResponse {
  @ApiProperty(id) caseId: string;
  @ApiProperty({ type: [IncidentResponse] }) incidents: IncidentResponse[];
  @ApiProperty({ type: [RiskAssessmentResponse] }) assessments: RiskAssessmentResponse[];
  @ApiProperty({ type: [RiskAcceptanceResponse] }) acceptances: RiskAcceptanceResponse[];
  @ApiProperty({ type: [SafetyPlanResponse] }) safetyPlans: SafetyPlanResponse[];
  @ApiProperty({ type: [ProtectionMeasureResponse] }) measures: ProtectionMeasureResponse[];
  @ApiProperty({ type: [ChildAtRiskResponse] }) children: ChildAtRiskResponse[];
  @ApiProperty({ type: [SupportServiceResponse] }) services: SupportServiceResponse[];
  @ApiProperty({ type: [ReturnToPeruResponse] }) returns: ReturnToPeruResponse[];
  @ApiProperty({ type: [AssistanceOutcomeResponse] }) outcomes: AssistanceOutcomeResponse[];
}

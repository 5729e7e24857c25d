import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
} from 'class-validator';
import {
  AGGRESSOR_RELATIONS,
  GBVIMS_TYPES,
  INCIDENT_CONTEXTS,
  LONGEST_STORY,
  VIOLENCE_TYPES,
  type AggressorRelation,
  type GbvimsType,
  type IncidentContext,
  type ViolenceType,
} from '../../domain/incident';
import { CHILD_SITUATIONS, type ChildSituation } from '../../domain/protection';
import { RISK_LEVELS, type RiskLevel } from '../../domain/risk';
import {
  Code,
  OptionalCivilDate,
  OptionalCode,
  OptionalInstant,
  OptionalText,
} from '../../../../platform/http/dto/fields';

export class RecordIncidentRequest {
  @ApiProperty({ enum: VIOLENCE_TYPES, isArray: true, description: 'Ley 30364, one or more' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(VIOLENCE_TYPES, { each: true })
  types: ViolenceType[];

  /** Exactly one, by act. */
  @Code(GBVIMS_TYPES) gbvimsType: GbvimsType;
  @Code(INCIDENT_CONTEXTS) context: IncidentContext;
  @OptionalCivilDate() occurredFrom?: string;
  @OptionalCivilDate() occurredTo?: string;
  @OptionalText(2000) place?: string;
  /** What the case's own account does not tell already. */
  @OptionalText(LONGEST_STORY) account?: string;
  @Code(AGGRESSOR_RELATIONS) aggressorRelation: AggressorRelation;
  /** Somebody on file, who takes part in the case as alleged aggressor from then on. */
  @IsOptional() @IsUUID() aggressorPersonId?: string;
  @OptionalText(2000) aggressorDescription?: string;
  /** When it is one of the service's own people: they never reach the case. */
  @IsOptional() @IsUUID() aggressorAccountId?: string;
  /** The entry that was wrong. */
  @IsOptional() @IsUUID() replaces?: string;
}

export class AssessRiskRequest {
  @ApiProperty({ minimum: 1 }) @IsInt() @Min(1) instrumentVersion: number;
  @ApiProperty({
    type: Object,
    example: { death_threats: 'yes', substances: 'unknown' },
    description: 'Question → yes, no, unknown; every question of the instrument',
  })
  @IsObject()
  answers: Record<string, unknown>;
  @OptionalInstant() occurredAt?: string;
  /** Never under the level that the instrument gives. */
  @OptionalCode(RISK_LEVELS) raisedTo?: RiskLevel;
  @OptionalText(4000) raiseReason?: string;
  @OptionalText(LONGEST_STORY) note?: string;
}

export class AcceptRiskRequest {
  @ApiProperty({ maxLength: 4000 }) @IsString() @Length(10, 4000) reason: string;
}

/** The whole plan, in the person's own words. */
export class RecordSafetyPlanRequest {
  /** The version that the change starts from; 0 when there is none. */
  @ApiProperty({ minimum: 0 }) @IsInt() @Min(0) basedOn: number;
  @OptionalText(4000) safePlace?: string;
  @OptionalText(4000) escapeRoute?: string;
  @OptionalText(4000) documentsBag?: string;
  @OptionalText(4000) codeWordWithChildren?: string;
  @OptionalText(4000) trustedPeople?: string;
  @OptionalText(4000) telephoneUse?: string;
  @OptionalText(4000) emergencyNumbers?: string;
  @OptionalText(4000) workOrSchool?: string;
  @OptionalText(4000) other?: string;
}

export class RecordChildRequest {
  @IsUUID() personId: string;
  @Code(CHILD_SITUATIONS) situation: ChildSituation;
  @OptionalText(4000) note?: string;
}

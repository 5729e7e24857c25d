import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsInstant } from '../../../../platform/http/dto/validators';
import { ASSESSMENT_CONCLUSIONS, type AssessmentConclusion } from '../../../obligations';
import type { PolicyVersion } from '../../assessment-policies';
import {
  ASSESSMENT_STATES,
  type AssessmentState,
  type AssessmentView,
} from '../../assessment.views';
import type { AssessmentPolicyContent } from '../../domain/assessment-policy';
import {
  CIRCUMSTANCES,
  CONDITIONS,
  HEALTH,
  HOUSING,
  LEGAL_CAPACITY,
  SUPPORT,
  type Circumstance,
  type Condition,
  type Health,
  type Housing,
  type LegalCapacity,
  type Support,
} from '../../domain/assessment-vocabulary';

const nullable = { nullable: true } as const;

export class SignAssessmentRequest {
  /** Someone in the case; absent: its main person. */
  @IsOptional() @IsUUID() personId?: string;

  @ApiProperty({ type: [String], example: ['pregnant', 'destitute'] })
  @IsArray()
  @ArrayMaxSize(40)
  @ArrayUnique()
  @Matches(/^[a-z][a-z_]{1,59}$/, { each: true })
  factors: string[];

  @ApiProperty({ enum: ASSESSMENT_CONCLUSIONS })
  @IsIn(ASSESSMENT_CONCLUSIONS)
  conclusion: AssessmentConclusion;

  @ApiPropertyOptional({ enum: CIRCUMSTANCES, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(CIRCUMSTANCES, { each: true })
  circumstances?: Circumstance[];

  @ApiPropertyOptional({ enum: CONDITIONS, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(CONDITIONS, { each: true })
  conditions?: Condition[];

  @ApiPropertyOptional({ example: '450.00', description: 'A month, as a decimal string' })
  @IsOptional()
  @Matches(/^\d{1,12}(\.\d{1,2})?$/)
  monthlyIncome?: string;

  @ApiPropertyOptional({ example: 'EUR', description: 'ISO 4217' })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  incomeCurrency?: string;

  @IsOptional() @IsInt() @Min(0) @Max(50) dependants?: number;
  @ApiPropertyOptional({ enum: HOUSING }) @IsOptional() @IsIn(HOUSING) housing?: Housing;
  @ApiPropertyOptional({ enum: SUPPORT }) @IsOptional() @IsIn(SUPPORT) support?: Support;
  @ApiPropertyOptional({ enum: HEALTH }) @IsOptional() @IsIn(HEALTH) health?: Health;
  @ApiPropertyOptional({ enum: LEGAL_CAPACITY })
  @IsOptional()
  @IsIn(LEGAL_CAPACITY)
  legalCapacity?: LegalCapacity;

  @IsOptional() @IsString() @MaxLength(20_000) note?: string;
  @IsOptional() @IsInstant() occurredAt?: string;
}

export class AssessmentResponse implements AssessmentView {
  id: string;
  @ApiProperty({ type: String, ...nullable }) personId: string | null;
  @ApiProperty({ type: String, ...nullable }) personName: string | null;
  /** 0: from before assessments were signed. */
  version: number;
  @ApiProperty({ type: String, ...nullable }) supersedes: string | null;
  @ApiProperty({ enum: ASSESSMENT_STATES }) state: AssessmentState;
  occurredAt: string;
  validUntil: string;
  conclusion: string;
  circumstances: string[];
  conditions: string[];
  factors: string[];
  @ApiProperty({ type: String, ...nullable }) monthlyIncome: string | null;
  @ApiProperty({ type: String, ...nullable }) incomeCurrency: string | null;
  @ApiProperty({ type: Number, ...nullable }) dependants: number | null;
  @ApiProperty({ type: String, ...nullable }) housing: string | null;
  @ApiProperty({ type: String, ...nullable }) support: string | null;
  @ApiProperty({ type: String, ...nullable }) health: string | null;
  @ApiProperty({ type: String, ...nullable }) legalCapacity: string | null;
  @ApiProperty({ type: String, ...nullable }) note: string | null;
  @ApiProperty({ type: String, ...nullable }) signedBy: string | null;
  signedAt: string;
  /** SHA-256, hexadecimal; null: from before assessments were signed. */
  @ApiProperty({ type: String, ...nullable }) contentHash: string | null;
}

export class AssessmentListResponse {
  /** Newest first; none for whoever may not read restricted parts. */
  @ApiProperty({ type: [AssessmentResponse] }) items: AssessmentResponse[];
  validityDays: number;
}

export class AssessmentSignedResponse {
  id: string;
}

export class CreateAssessmentPolicyRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @IsString() @Length(1, 2000) reason: string;
}

export class AssessmentPolicyResponse implements PolicyVersion {
  version: number;
  effectiveFrom: string;
  @ApiProperty({ type: Object }) content: AssessmentPolicyContent;
  reason: string;
  @ApiProperty({ type: String, ...nullable }) createdBy: string | null;
}

export class AssessmentPolicyListResponse {
  @ApiProperty({ type: [AssessmentPolicyResponse] }) items: AssessmentPolicyResponse[];
}

export class AssessmentPolicyCreatedResponse {
  version: number;
}

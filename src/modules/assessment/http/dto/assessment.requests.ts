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

export class CreateAssessmentPolicyRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @IsString() @Length(1, 2000) reason: string;
}

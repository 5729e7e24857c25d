import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
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
import {
  DATA_CATEGORIES,
  PURPOSES,
  RECIPIENT_KINDS,
  SAFEGUARDS,
  STATED_GROUNDS,
  type DataCategory,
  type Purpose,
  type RecipientKind,
  type Safeguard,
  type StatedGround,
} from '../../../consents';
import { REFERRAL_OUTCOMES, type ReferralOutcome } from '../../domain/referral';

const LONG_TEXT = 20_000;

export class ReferRequest {
  @IsUUID() institutionId: string;
  /** Which of its offices, and whom there. */
  @IsOptional() @IsString() @MaxLength(300) office?: string;
  /** Absent: the main beneficiary. */
  @IsOptional() @IsUUID() personId?: string;
  @ApiProperty({ enum: PURPOSES }) @IsIn(PURPOSES) purpose: Purpose;
  @ApiProperty({ enum: DATA_CATEGORIES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DATA_CATEGORIES.length)
  @IsIn(DATA_CATEGORIES, { each: true })
  categories: DataCategory[];
  @ApiProperty({ enum: STATED_GROUNDS }) @IsIn(STATED_GROUNDS) ground: StatedGround;
  /** Norm and article; needed unless the ground is consent. */
  @IsOptional() @IsString() @Length(1, 500) legalBasis?: string;
  /** Needed for an institution that is not Peruvian. */
  @ApiProperty({ enum: SAFEGUARDS, required: false })
  @IsOptional()
  @IsIn(SAFEGUARDS)
  safeguards?: Safeguard;
  @IsString() @Length(1, LONG_TEXT) request: string;
  /** Instant by which an answer is expected, at most 90 days ahead. */
  @IsOptional() @IsInstant() expiresAt?: string;
}

export class AnswerReferralRequest {
  @ApiProperty({ enum: REFERRAL_OUTCOMES }) @IsIn(REFERRAL_OUTCOMES) outcome: ReferralOutcome;
  @IsString() @Length(1, LONG_TEXT) text: string;
}

export class EditInstitutionRequest {
  @IsString() @Length(1, 200) nameEs: string;
  @IsString() @Length(1, 200) nameEn: string;
  @ApiProperty({ enum: RECIPIENT_KINDS }) @IsIn(RECIPIENT_KINDS) recipientKind: RecipientKind;
  @IsBoolean() peruvian: boolean;
  @ApiProperty({ enum: DATA_CATEGORIES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DATA_CATEGORIES.length)
  @IsIn(DATA_CATEGORIES, { each: true })
  categories: DataCategory[];
  @IsInt() @Min(1) @Max(90) answerDays: number;
  @IsBoolean() retired: boolean;
  /** Norm, agreement, or who decided it. */
  @IsString() @Length(1, 500) source: string;
}

export class AddInstitutionRequest extends EditInstitutionRequest {
  @IsString() @Matches(/^[a-z][a-z0-9_]{1,59}$/) code: string;
}

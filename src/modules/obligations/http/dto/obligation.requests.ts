import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { IsCivilDate, IsInstant } from '../../../../platform/http/dto/validators';
import { BREACH_REASONS, type BreachReason } from '../../domain/obligation';

const NOTE = 4_000;

export class BreachReasonRequest {
  @ApiProperty({ enum: BREACH_REASONS }) @IsIn(BREACH_REASONS) reason: BreachReason;
  @ApiPropertyOptional({ maxLength: NOTE })
  @IsOptional()
  @IsString()
  @MaxLength(NOTE)
  note?: string;
}

export class BreachAcceptanceRequest {
  @ApiPropertyOptional({ maxLength: NOTE })
  @IsOptional()
  @IsString()
  @MaxLength(NOTE)
  note?: string;
}

export class ReviewRequest {
  @ApiProperty({ maxLength: 20_000 }) @IsString() @Length(1, 20_000) note: string;
  /** When it took place; absent: now. */
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() occurredAt?: string;
}

export class PreviewPolicyRequest {
  /** The whole content of a version; see the one in force. */
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
}

export class CreatePolicyRequest extends PreviewPolicyRequest {
  @ApiProperty({ format: 'date-time' }) @IsInstant() effectiveFrom: string;
  @ApiProperty({ maxLength: 2_000 }) @IsString() @Length(1, 2_000) reason: string;
}

export class SnoozeRequest {
  /** Civil date at the case's post on which the reminders come again. */
  @IsCivilDate() until: string;
  @IsString() @Length(1, 2000) reason: string;
}

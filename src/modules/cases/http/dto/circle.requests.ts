import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsInstant } from '../../../../platform/http/dto/validators';
import { TIERS, type Tier } from '../../domain/case-vocabulary';
import { ADMITTED_KINDS, type AdmittedKind } from '../../domain/circle';

export class AddMemberRequest {
  @IsUUID() accountId: string;
  @ApiProperty({ enum: ADMITTED_KINDS }) @IsIn(ADMITTED_KINDS) kind: AdmittedKind;
  @IsString() @Length(1, 2000) reason: string;
  /** Absent: at once. */
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() until?: string;
}

export class EndMemberRequest {
  @IsString() @Length(1, 2000) reason: string;
  /** Absent: at once. */
  @IsOptional() @IsInstant() until?: string;
}

export class ChangeTierRequest {
  @ApiProperty({ enum: TIERS }) @IsIn(TIERS) tier: Tier;
  @IsString() @Length(1, 2000) reason: string;
  /** Accounts to admit when sealing, beside those already in the circle. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) members?: string[];
}

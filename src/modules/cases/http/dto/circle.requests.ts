import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../../../../platform/http/dto/validators';
import { TIERS, type Tier } from '../../domain/case-vocabulary';
import {
  ADMITTED_KINDS,
  BAR_GROUNDS,
  type AdmittedKind,
  type BarGround,
} from '../../domain/circle';

export class AddMemberRequest {
  @IsUUID() accountId: string;
  @ApiProperty({ enum: ADMITTED_KINDS }) @IsIn(ADMITTED_KINDS) kind: AdmittedKind;
  @IsString() @Length(1, 2000) reason: string;
  /** Absent: at once. */
  @IsOptional() @IsInstant() from?: string;
  @IsOptional() @IsInstant() until?: string;
}

export class AddBarRequest {
  @IsUUID() accountId: string;
  @ApiProperty({ enum: BAR_GROUNDS }) @IsIn(BAR_GROUNDS) ground: BarGround;
  @IsOptional() @IsString() @Length(1, 2000) reason?: string;
}

/** Whom the creator of a sealed case keeps out of it from the first. */
export class FirstCircleRequest {
  /** The protection desk supervises instead of the head of post. */
  @IsOptional() @IsBoolean() barHead?: boolean;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AddBarRequest)
  bars?: AddBarRequest[];
}

export class LiftBarRequest {
  @IsString() @Length(1, 2000) reason: string;
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

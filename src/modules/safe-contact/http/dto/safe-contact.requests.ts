import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
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
  ValidateNested,
} from 'class-validator';
import { CONTACT_CHANNELS, type ContactChannel } from '../../../people';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export class SafeWayRequest {
  @ApiProperty({ enum: CONTACT_CHANNELS }) @IsIn(CONTACT_CHANNELS) channel: ContactChannel;
  /** The number or address that may be used; needed for calls, messages and e-mail. */
  @ApiPropertyOptional({ maxLength: 1000 })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  address?: string;
  /** Whether voice mail or a message may be left; absent: no. */
  @IsOptional() @IsBoolean() mayLeaveMessage?: boolean;
}

export class HoursWindowRequest {
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  @ApiProperty({ type: [Number], minimum: 1, maximum: 7 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  days: number[];
  @ApiProperty({ example: '18:00' }) @Matches(CLOCK) from: string;
  /** Past midnight when it is not after `from`. */
  @ApiProperty({ example: '20:30' }) @Matches(CLOCK) to: string;
}

/** How a person may be reached, and how never. */
export class SafeContactFields {
  @ApiProperty({ type: [SafeWayRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => SafeWayRequest)
  ways: SafeWayRequest[];

  @ApiProperty({ example: 'Europe/Madrid', description: 'IANA zone of the person' })
  @IsString()
  @Length(1, 60)
  timeZone: string;

  @ApiProperty({ type: [HoursWindowRequest], description: 'On their clock; empty: at any hour' })
  @IsArray()
  @ArrayMaxSize(14)
  @ValidateNested({ each: true })
  @Type(() => HoursWindowRequest)
  hours: HoursWindowRequest[];

  @ApiProperty({ example: 'es', description: 'ISO 639' }) @Matches(/^[a-z]{2,3}$/) language: string;
  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  codeWord?: string;
  /** Who else may see that telephone or that post. */
  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  seenBy?: string;
  /** Absent: that of the policy. */
  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  neutralText?: string;
  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ArrangeSafeContactRequest extends SafeContactFields {
  @IsUUID() personId: string;
  /** The version that the change starts from; 0 when there is none. */
  @ApiProperty({ minimum: 0 }) @IsInt() @Min(0) basedOn: number;
}

export class CreateSafeContactPolicyRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @ApiProperty({ maxLength: 2000 }) @IsString() @Length(1, 2000) reason: string;
}

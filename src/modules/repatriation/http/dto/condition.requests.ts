import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CivilDate,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

const MOST_CHILDREN = 30;

/** The decision of the host State that the person must leave. */
export class RemovalOrderRequest {
  @RequiredText(500) authority: string;
  @OptionalText(200) number?: string;
  @CivilDate() orderedOn: string;
  @OptionalText(4000) ground?: string;
}

/** Absent: as it stands. */
export class TellConditionsRequest {
  /** The person wants to return. */
  @IsOptional() @IsBoolean() agreed?: boolean;
  @IsOptional() @IsInt() @Min(0) @Max(MOST_CHILDREN) childrenBornAbroad?: number;
  /** Those of them whose birth is registered. */
  @IsOptional() @IsInt() @Min(0) @Max(MOST_CHILDREN) childrenRegistered?: number;

  @ApiPropertyOptional({ type: RemovalOrderRequest })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RemovalOrderRequest)
  removal?: RemovalOrderRequest;
}

export class RecordUndertakingRequest {
  /** False: the person declines to sign. */
  @IsBoolean() signed: boolean;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(4000) reason?: string;
  @IsOptional() @IsUUID() documentId?: string;
}

export class WaiveUndertakingRequest {
  @ApiProperty({ minimum: 1, maximum: 100, description: 'Of the cost, not to be repaid' })
  @IsInt()
  @Min(1)
  @Max(100)
  percent: number;
  @RequiredText(4000) reason: string;
  @IsOptional() @IsUUID() documentId?: string;
}

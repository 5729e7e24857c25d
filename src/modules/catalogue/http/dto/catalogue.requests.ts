import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { IsInstant } from '../../../../platform/http/dto/validators';
import { ANDEAN_STATES, type AndeanState } from '../../domain/andean';

const CODE = /^[a-z][a-z0-9_]{1,39}$/;
const NOTE = 20_000;

export class PreviewCatalogueRequest {
  /** The whole content of a version; see the one in force. */
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
}

export class PublishCatalogueRequest extends PreviewCatalogueRequest {
  @ApiProperty({ format: 'date-time' }) @IsInstant() effectiveFrom: string;
  @ApiProperty({ maxLength: 2_000 }) @IsString() @Length(1, 2_000) reason: string;
  /** The newest version when editing began. */
  @IsInt() @Min(1) basedOn: number;
}

export class EditAnswersRequest {
  /** Answers by field code; null takes one away; fields left out stay as they are. */
  @ApiProperty({ type: Object, example: { discharged_on: '2026-03-09' } })
  @IsObject()
  values: Record<string, unknown>;
}

export class MarkItemRequest {
  @Matches(CODE) item: string;
  @IsBoolean() done: boolean;
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() occurredAt?: string;
  @IsOptional() @IsString() @MaxLength(NOTE) note?: string;
}

export class RecordActionRequest {
  @ApiProperty({ example: 'call' }) @Matches(CODE) action: string;
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() occurredAt?: string;
  @IsOptional() @IsString() @MaxLength(NOTE) note?: string;
}

export class AndeanAssistanceRequest {
  /** The State on whose behalf Peru assists. */
  @ApiProperty({ enum: ANDEAN_STATES }) @IsIn(ANDEAN_STATES) requestingState: AndeanState;
  /** That the officer has checked that this State has no representation in the country. */
  @IsBoolean() noRepresentation: boolean;
  @IsBoolean() travelDocument: boolean;
  /** Of the home ministry; needed for a travel document. */
  @ApiPropertyOptional({ maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  authorisationReference?: string;
  /** How it was checked that the State has no representation there. */
  @ApiPropertyOptional({ maxLength: 2_000 })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  basis?: string;
}

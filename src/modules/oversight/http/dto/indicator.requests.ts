import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import {
  CivilDate,
  Code,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import {
  ENTRY_KINDS,
  INDICATOR_MEASURES,
  INDICATOR_UNITS,
  type EntryKind,
  type IndicatorMeasure,
  type IndicatorUnit,
} from '../../domain/indicators';

export class IndicatorsQuery {
  @ApiProperty({ example: 2019 }) @Type(() => Number) @IsInt() @Min(2000) @Max(2200) from: number;
  @ApiProperty({ example: 2021 }) @Type(() => Number) @IsInt() @Min(2000) @Max(2200) to: number;
  /** Counts what the register held then; absent: now. */
  @OptionalInstant() asOf?: string;
}

export class DefineIndicatorRequest {
  @RequiredText(300) nameEs: string;
  @RequiredText(300) nameEn: string;
  @Code(INDICATOR_UNITS) unit: IndicatorUnit;
  @Code(INDICATOR_MEASURES) measure: IndicatorMeasure;
  @RequiredText(2000) reason: string;
}

export class EnterIndicatorRequest {
  @ApiProperty({ example: 2026 }) @IsInt() @Min(2000) @Max(2200) year: number;
  @Code(ENTRY_KINDS) kind: EntryKind;
  /** Decimal string, two places at most; of anything but a difficulty. */
  @ApiPropertyOptional({ example: '99.14' })
  @IsOptional()
  @Matches(/^\d{1,12}(\.\d{1,2})?$/)
  value?: string;
  /** Of a difficulty. */
  @OptionalText(4000) note?: string;
  /** Where it is from: a report, a communication, a system. */
  @RequiredText(500) source: string;
}

export class SignIndicatorRequest {
  @ApiProperty({ example: 2026 }) @IsInt() @Min(2000) @Max(2200) year: number;
  @RequiredText(100) communicationNumber: string;
  @CivilDate() communicationOn: string;
}

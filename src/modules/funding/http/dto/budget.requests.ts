import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  IsString,
  Min,
} from 'class-validator';
import {
  Code,
  OptionalCode,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { PageQuery } from '../../../../platform/http/dto/page.query';
import { PROGRAMMES, type Programme } from '../../domain/ledger';
import { FiscalYear, PositiveAmount } from './fields';

export class OpenYearRequest {
  @FiscalYear() year: number;
}

export class ChangeQuarterRequest {
  /** Needed to open a closed quarter again. */
  @OptionalText(2000) reason?: string;
}

export class AllotRequest {
  @IsUUID() postId: string;
  @Code(PROGRAMMES) programme: Programme;
  @FiscalYear() year: number;
  @ApiProperty({ minimum: 1, maximum: 4 }) @IsInt() @Min(1) @Max(4) quarter: number;
  /** Soles. */
  @PositiveAmount() amount: string;
  /** Reference of the budget certificate (certificación presupuestal). */
  @RequiredText(100) certificate: string;
  @OptionalText(2000) reason?: string;
}

export class TransferAllotmentRequest {
  @IsUUID() fromPostId: string;
  @IsUUID() toPostId: string;
  @Code(PROGRAMMES) programme: Programme;
  /** Soles. */
  @PositiveAmount() amount: string;
  @RequiredText(2000) reason: string;
}

export class ReverseRequest {
  @RequiredText(2000) reason: string;
}

export class ImportRatesRequest {
  @ApiProperty({ description: 'CSV with the columns currency,day,pen,usd' })
  @IsString()
  @MaxLength(500_000)
  csv: string;

  /** Who publishes them: SBS, Federal Reserve… */
  @RequiredText(200) source: string;

  /** That rates far from the last ones are right all the same. */
  @ApiPropertyOptional() @IsOptional() @IsBoolean() confirmed?: boolean;
}

export class RatesQuery {
  @ApiPropertyOptional({ example: 'EUR' })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  currency?: string;
}

export class BalancesQuery {
  @FiscalYear() year: number;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() post?: string;
  @OptionalCode(PROGRAMMES) programme?: Programme;
  /** As of that instant; absent: now. */
  @OptionalInstant() at?: string;
}

export class MovementsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() post?: string;
}

import { FARE_PAYERS, type FarePayer } from '../../../../platform/money/payers';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDecimal,
  IsOptional,
  IsTimeZone,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  CivilDate,
  Code,
  Instant,
  OptionalCivilDate,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import { SEGMENT_MODES, type SegmentMode } from '../../domain/itinerary';
import { JOURNEY_PAPERS, type JourneyPaper } from '../../domain/journey';

export class RecordJourneyPaperRequest {
  @Code(JOURNEY_PAPERS) kind: JourneyPaper;
  /** Whose it is, when not the person’s: the parent who authorises, the escort. */
  @OptionalText(500) holder?: string;
  @OptionalText(200) number?: string;
  @OptionalText(500) issuedBy?: string;
  @CivilDate() issuedOn: string;
  @OptionalCivilDate() expiresOn?: string;
  @IsOptional() @IsUUID() documentId?: string;
  @OptionalText(4000) note?: string;
}

const zone = { example: 'America/Santiago', description: 'IANA zone of the place' };
const amount = { example: '600.10', description: 'Decimal, up to 2 places' };
const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;
const country = { description: 'ISO 3166-1 alpha-2' };

/** Who pays a part of the fare. */
export class SegmentShareRequest {
  @Code(FARE_PAYERS) payer: FarePayer;
  @ApiProperty(amount) @IsDecimal({ decimal_digits: '0,2' }) @Matches(AMOUNT) amount: string;
}

export class RecordSegmentRequest {
  @Code(SEGMENT_MODES) mode: SegmentMode;
  @RequiredText(500) carrier: string;
  /** Flight, train, sailing. */
  @OptionalText(100) service?: string;
  @OptionalText(100) ticket?: string;
  @RequiredText(500) fromPlace: string;
  @ApiProperty(country) @IsCountry() fromCountry: string;
  @ApiProperty(zone) @IsTimeZone() fromZone: string;
  @Instant() departsAt: string;
  @RequiredText(500) toPlace: string;
  @ApiProperty(country) @IsCountry() toCountry: string;
  @ApiProperty(zone) @IsTimeZone() toZone: string;
  @Instant() arrivesAt: string;
  @ApiProperty(amount) @IsDecimal({ decimal_digits: '0,2' }) @Matches(AMOUNT) fare: string;
  @ApiProperty({ example: 'USD', description: 'ISO 4217' })
  @Matches(/^[A-Z]{3}$/)
  currency: string;
  /** They add up to the fare. */
  @ApiProperty({ type: [SegmentShareRequest] })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SegmentShareRequest)
  shares: SegmentShareRequest[];
}

export class CancelSegmentRequest {
  @RequiredText(4000) reason: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsDecimal, IsOptional, IsTimeZone, IsUUID, Matches } from 'class-validator';
import {
  CivilDate,
  Code,
  Instant,
  OptionalCivilDate,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import { RELATIONS, type Relation } from '../../domain/death';
import {
  RESTING_KINDS,
  TRANSPORT_MODES,
  WAYS,
  type RestingKind,
  type TransportMode,
  type Way,
} from '../../domain/remains';

const zone = { example: 'Pacific/Auckland', description: 'IANA zone of the place' };

export class DecideRemainsRequest {
  @Code(WAYS) way: Way;
  @RequiredText(500) decidedBy: string;
  @Code(RELATIONS) relation: Relation;
  /** When they take part in the case. */
  @IsOptional() @IsUUID() personId?: string;
  /** By what right they decide: kinship shown, a power of attorney, a court. */
  @RequiredText(2000) entitlement: string;
  @OptionalInstant() occurredAt?: string;
  @OptionalText(4000) note?: string;
}

export class RecordQuoteRequest {
  /** As in the directory. */
  @RequiredText(500) funeralHome: string;
  @ApiProperty({ example: '3450.00', description: 'Decimal, up to 2 places' })
  @IsDecimal({ decimal_digits: '0,2' })
  @Matches(/^\d{1,16}(\.\d{1,2})?$/)
  amount: string;
  @ApiProperty({ example: 'EUR', description: 'ISO 4217' })
  @Matches(/^[A-Z]{3}$/)
  currency: string;
  @CivilDate() quotedOn: string;
  @OptionalText(4000) note?: string;
}

export class RecordLegRequest {
  @Code(TRANSPORT_MODES) mode: TransportMode;
  @RequiredText(500) carrier: string;
  @OptionalText(200) waybill?: string;
  @RequiredText(500) fromPlace: string;
  @ApiProperty(zone) @IsTimeZone() fromZone: string;
  @Instant() departsAt: string;
  @RequiredText(500) toPlace: string;
  @ApiProperty(zone) @IsTimeZone() toZone: string;
  @Instant() arrivesAt: string;
}

export class RecordPermitRequest {
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() country: string;
  @RequiredText(500) authority: string;
  @RequiredText(200) number: string;
  @CivilDate() grantedOn: string;
  @OptionalCivilDate() expiresOn?: string;
}

export class RecordReceptionRequest {
  /** Who receives them in Peru. */
  @RequiredText(500) receiver: string;
  @Code(RELATIONS) relation: Relation;
  /** Absent: they declined. */
  @ApiPropertyOptional() @IsOptional() @IsBoolean() accepted?: boolean;
  /** Absent: not there yet. */
  @OptionalInstant() receivedAt?: string;
  @RequiredText(500) place: string;
  @OptionalText(4000) note?: string;
}

export class RecordRestRequest {
  @Code(RESTING_KINDS) kind: RestingKind;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() country: string;
  @RequiredText(500) place: string;
  /** Number of the plot, niche or urn. */
  @OptionalText(200) plot?: string;
  @CivilDate() restedOn: string;
  @OptionalText(500) authority?: string;
}

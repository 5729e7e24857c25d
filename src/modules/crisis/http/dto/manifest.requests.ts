import { FARE_PAYERS, type FarePayer } from '../../../../platform/money/payers';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  Code,
  Instant,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import { MANIFEST_KINDS, type ManifestKind } from '../../domain/vocabulary';

const MOST = 1000;

export class NewManifestRequest {
  @Code(MANIFEST_KINDS) kind: ManifestKind;
  /** Number of the flight or of the bus. */
  @RequiredText(40) code: string;
  @OptionalText(200) carrier?: string;
  @RequiredText(200) origin: string;
  @RequiredText(200) destination: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() destinationCountry: string;
  @Instant() departsAt: string;
  /** IANA, e.g. `Europe/Madrid`. */
  @RequiredText(60) departsZone: string;
  @Instant() arrivesAt: string;
  @RequiredText(60) arrivesZone: string;
  @ApiProperty() @IsInt() @Min(1) @Max(MOST) capacity: number;
}

export class GiveSeatsRequest {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @IsUUID(undefined, { each: true })
  personIds: string[];
}

export class ReleaseSeatRequest {
  @IsUUID() personId: string;
}

export class FareShareRequest {
  @Code(FARE_PAYERS) payer: FarePayer;
  /** `0` is a share that was given for nothing. */
  @ApiProperty({ example: '250.00', description: 'Decimal string, two places at most' })
  @Matches(/^\d{1,13}(\.\d{1,2})?$/)
  amount: string;
}

export class RecordFaresRequest extends GiveSeatsRequest {
  @ApiProperty({ example: 'EUR', description: 'ISO 4217' })
  @Matches(/^[A-Z]{3}$/)
  currency: string;
  @ApiProperty({ type: [FareShareRequest], description: 'Of each seat' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FARE_PAYERS.length)
  @ArrayUnique(({ payer }: FareShareRequest) => payer)
  @ValidateNested({ each: true })
  @Type(() => FareShareRequest)
  shares: FareShareRequest[];
}

export class CompareBoardingRequest {
  @ApiProperty({ type: [String], description: 'Names as the carrier gives them' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  @MaxLength(400, { each: true })
  names: string[];
}

export class BoardedUnlistedRequest {
  @RequiredText(200) givenNames: string;
  @RequiredText(200) firstSurname: string;
  @OptionalText(200) secondSurname?: string;
}

export class RecordBoardingRequest {
  @ApiProperty({ type: [String], description: 'Everybody on board who is registered' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID(undefined, { each: true })
  boarded: string[];
  @ApiPropertyOptional({ type: [BoardedUnlistedRequest], description: 'On board and on no list' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => BoardedUnlistedRequest)
  added?: BoardedUnlistedRequest[];
  @OptionalInstant() departedAt?: string;
}

export class RecordArrivalRequest {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID(undefined, { each: true })
  arrived: string[];
  @OptionalInstant() arrivedAt?: string;
}

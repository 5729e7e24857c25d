import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCountry, IsInstant } from '../../../../platform/http/dto/validators';
import {
  CONSENT_DECISIONS,
  CONSENT_FORMS,
  CONSENT_GIVERS,
  DATA_CATEGORIES,
  DISCLOSURE_CHANNELS,
  PURPOSES,
  RECIPIENT_KINDS,
  SAFEGUARDS,
  STATED_GROUNDS,
  type ConsentDecision,
  type ConsentForm,
  type ConsentGiver,
  type DataCategory,
  type DisclosureChannel,
  type Purpose,
  type RecipientKind,
  type Safeguard,
  type StatedGround,
} from '../../domain/consent-vocabulary';

const NOTE = 5000;

/** Who receives: at most one of person, institution and name; none means everyone of the kind. */
export class RecipientRequest {
  @ApiProperty({ enum: RECIPIENT_KINDS }) @IsIn(RECIPIENT_KINDS) kind: RecipientKind;
  @IsOptional() @IsUUID() personId?: string;
  @IsOptional() @IsUUID() institutionId?: string;
  @IsOptional() @IsString() @Length(1, 300) name?: string;
}

export class RecordConsentRequest {
  /** Whose data: someone in the case. */
  @IsUUID() personId: string;
  @ApiProperty({ enum: CONSENT_DECISIONS }) @IsIn(CONSENT_DECISIONS) decision: ConsentDecision;
  @ApiProperty({ enum: PURPOSES }) @IsIn(PURPOSES) purpose: Purpose;
  @ValidateNested() @Type(() => RecipientRequest) recipient: RecipientRequest;
  @ApiProperty({ enum: DATA_CATEGORIES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(DATA_CATEGORIES.length)
  @IsIn(DATA_CATEGORIES, { each: true })
  categories: DataCategory[];
  @ApiProperty({ enum: CONSENT_GIVERS }) @IsIn(CONSENT_GIVERS) givenBy: ConsentGiver;
  @IsOptional() @IsUUID() giverPersonId?: string;
  @IsOptional() @IsInstant() givenAt?: string;
  @IsOptional() @IsInstant() validUntil?: string;
  @ApiProperty({ enum: CONSENT_FORMS }) @IsIn(CONSENT_FORMS) form: ConsentForm;
  @IsOptional() @IsString() @MaxLength(NOTE) note?: string;
}

export class WithdrawConsentRequest {
  @ApiProperty({ enum: CONSENT_GIVERS }) @IsIn(CONSENT_GIVERS) askedBy: ConsentGiver;
  @ApiProperty({ enum: CONSENT_FORMS }) @IsIn(CONSENT_FORMS) form: ConsentForm;
  @IsOptional() @IsString() @MaxLength(NOTE) note?: string;
}

export class RecordDisclosureRequest {
  /** Whose data: someone in the case. */
  @IsUUID() personId: string;
  @ApiProperty({ enum: PURPOSES }) @IsIn(PURPOSES) purpose: Purpose;
  @ValidateNested() @Type(() => RecipientRequest) recipient: RecipientRequest;
  @ApiProperty({ enum: DATA_CATEGORIES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(DATA_CATEGORIES.length)
  @IsIn(DATA_CATEGORIES, { each: true })
  categories: DataCategory[];
  /** Names of fields, e.g. `birthDate`; never what is in them. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^[a-z][A-Za-z0-9_.]{0,79}$/, { each: true })
  fieldNames?: string[];
  @ApiProperty({ enum: STATED_GROUNDS }) @IsIn(STATED_GROUNDS) ground: StatedGround;
  /** Norm and article, or number and date of the order. */
  @IsOptional() @IsString() @MaxLength(500) legalBasis?: string;
  @ApiProperty({ enum: DISCLOSURE_CHANNELS }) @IsIn(DISCLOSURE_CHANNELS) channel: DisclosureChannel;
  @IsOptional() @IsBoolean() crossBorder?: boolean;
  @IsOptional() @IsCountry() country?: string;
  @ApiPropertyOptional({ enum: SAFEGUARDS }) @IsOptional() @IsIn(SAFEGUARDS) safeguards?: Safeguard;
  @IsOptional() @IsInstant() occurredAt?: string;
}

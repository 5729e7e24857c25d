import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { INTAKE_CHANNELS, type IntakeChannel } from '../../../cases';
import { DETENTION_TYPES, type DetentionType } from '../../domain/detention-type';
import { NOTICE_CHANNELS, WISHES, type NoticeChannel, type Wish } from '../../domain/notice';
import { OFFENCE_GROUPS, type OffenceGroup } from '../../domain/offence';
import { OPEN_STAGES, type OpenStage } from '../../domain/stage';
import {
  Code,
  Instant,
  Nested,
  OptionalCivilDate,
  OptionalCode,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

export class DocumentOfPerson {
  @RequiredText(30) kind: string;
  @RequiredText(40) number: string;

  @ApiPropertyOptional({ description: 'ISO 3166-1 alpha-3; PER unless told' })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  issuingState?: string;
}

/** Someone already registered (`id`), or the least that is known of them. */
export class DetainedPerson {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  id?: string;

  @ValidateIf((person: DetainedPerson) => person.id === undefined)
  @RequiredText(200)
  givenNames?: string;

  @ValidateIf((person: DetainedPerson) => person.id === undefined)
  @RequiredText(200)
  firstSurname?: string;
  @OptionalText(200) secondSurname?: string;
  @OptionalCivilDate() birthDate?: string;

  @ApiPropertyOptional({ enum: [0, 1, 2, 9], description: 'ISO/IEC 5218' })
  @IsOptional()
  @IsInt()
  @IsIn([0, 1, 2, 9])
  sex?: 0 | 1 | 2 | 9;

  @ApiPropertyOptional({ description: 'ISO 3166-1 alpha-2' })
  @IsOptional()
  @IsCountry()
  nationality?: string;

  @OptionalCode(['unverified', 'presumed', 'verified'])
  identity?: 'unverified' | 'presumed' | 'verified';

  @ApiPropertyOptional({ type: [DocumentOfPerson] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DocumentOfPerson)
  documents?: DocumentOfPerson[];

  @ApiPropertyOptional({ type: [String], description: 'ISO 639' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z]{2,3}$/, { each: true })
  languages?: string[];
}

/** A detention as the officer hears of it: the least that opens the case; the rest comes later. */
export class LogDetentionRequest {
  @ApiProperty()
  @IsUUID()
  postId: string;

  @Nested(() => DetainedPerson)
  person: DetainedPerson;

  @Code(DETENTION_TYPES) type: DetentionType;
  @Code(INTAKE_CHANNELS) intakeChannel: IntakeChannel;
  @OptionalText(200) intakeReference?: string;
  @OptionalInstant() detainedAt?: string;
  @OptionalInstant() informedOfRightsAt?: string;
  @Instant() postNotifiedAt: string;
  @Code(NOTICE_CHANNELS) noticeChannel: NoticeChannel;
  @OptionalText(300) noticeAuthority?: string;
  @Code(WISHES) visitWish: Wish;
  @Code(WISHES) familyWish: Wish;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  facilityId?: string;

  @OptionalText(200) facilityName?: string;
  @OptionalText(200) city?: string;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2' })
  @IsCountry()
  country: string;

  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;

  @Code(OPEN_STAGES) stage: OpenStage;
  @OptionalCode(OFFENCE_GROUPS) offenceGroup?: OffenceGroup;
  @OptionalText(20000) charges?: string;
  @OptionalText(1000) placeOfArrest?: string;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  vulnerability?: string[];

  @OptionalText(20000) summary?: string;
}

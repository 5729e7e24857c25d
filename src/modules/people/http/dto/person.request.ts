import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCivilDate, IsCountry, NotNull } from '../../../../platform/http/dto/validators';
import { IDENTITY_STATES, type IdentityState } from '../../domain/identity';
import { LONGEST_CONTACT } from '../../domain/contact';
import { LONGEST_NAME } from '../../domain/person-name';
import {
  CONTACT_KINDS,
  CONTACT_WITHDRAWALS,
  DOCUMENT_KINDS,
  DOCUMENT_WITHDRAWALS,
  SEXES,
  type ContactKind,
  type ContactWithdrawal,
  type DocumentKind,
  type DocumentWithdrawal,
  type Sex,
} from '../../domain/vocabularies';

const CODE = /^[a-z][a-z_]{1,59}$/;
const LANGUAGE = /^[a-z]{2,3}$/;

export class DocumentRequest {
  @ApiProperty({ enum: DOCUMENT_KINDS })
  @IsIn(DOCUMENT_KINDS)
  kind: DocumentKind;

  @ApiProperty({ description: 'A DNI with or without its check character', example: '10117410-2' })
  @IsString()
  @Length(1, 40)
  number: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'ISO 3166-1 alpha-3; PER unless told',
  })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  issuingState?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date' })
  @IsOptional()
  @IsCivilDate()
  validUntil?: string | null;
}

export class ContactRequest {
  @ApiProperty({ enum: CONTACT_KINDS })
  @IsIn(CONTACT_KINDS)
  kind: ContactKind;

  @ApiProperty({ description: 'Telephones with their country code', example: '+34612345678' })
  @IsString()
  @Length(1, LONGEST_CONTACT)
  value: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string | null;

  @ApiPropertyOptional({ description: 'Nobody else looks at it; then only safe ones are used' })
  @NotNull()
  @IsBoolean()
  safe?: boolean;
}

/** What is known of a person; every field but the names may be left out. */
export class PersonFields {
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  secondSurname?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date' })
  @IsOptional()
  @IsCivilDate()
  birthDate?: string | null;

  @ApiPropertyOptional({ enum: SEXES, description: 'ISO/IEC 5218' })
  @NotNull()
  @IsIn(SEXES)
  sex?: Sex;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NAME)
  genderIdentity?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'ISO 3166-1 alpha-2; null: not known',
  })
  @IsOptional()
  @IsCountry()
  nationality?: string | null;

  @ApiPropertyOptional({ type: [String], description: 'ISO 639' })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(LANGUAGE, { each: true })
  languages?: string[];

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @Matches(CODE)
  migrationStatus?: string | null;

  @ApiPropertyOptional({ type: [String] })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(CODE, { each: true })
  vulnerability?: string[];
}

export class RegisterPersonRequest extends PersonFields {
  @ApiProperty()
  @IsString()
  @Length(1, LONGEST_NAME)
  givenNames: string;

  @ApiProperty()
  @IsString()
  @Length(1, LONGEST_NAME)
  firstSurname: string;

  @ApiPropertyOptional({
    enum: IDENTITY_STATES,
    description: 'By the rule of presumption unless told',
  })
  @NotNull()
  @IsIn(IDENTITY_STATES)
  identity?: IdentityState;

  @ApiPropertyOptional({ type: [DocumentRequest] })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DocumentRequest)
  documents?: DocumentRequest[];

  @ApiPropertyOptional({ type: [ContactRequest] })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ContactRequest)
  contacts?: ContactRequest[];
}

export class EditPersonRequest extends PersonFields {
  @ApiPropertyOptional()
  @NotNull()
  @IsString()
  @Length(1, LONGEST_NAME)
  givenNames?: string;

  @ApiPropertyOptional()
  @NotNull()
  @IsString()
  @Length(1, LONGEST_NAME)
  firstSurname?: string;
}

export class IdentityRequest {
  @ApiProperty({ enum: IDENTITY_STATES })
  @IsIn(IDENTITY_STATES)
  state: IdentityState;

  @ApiProperty({ description: 'On what the decision rests' })
  @IsString()
  @Length(3, 2000)
  reason: string;
}

export class WithdrawDocumentRequest {
  @ApiProperty({ enum: DOCUMENT_WITHDRAWALS })
  @IsIn(DOCUMENT_WITHDRAWALS)
  reason: DocumentWithdrawal;
}

export class WithdrawContactRequest {
  @ApiProperty({ enum: CONTACT_WITHDRAWALS })
  @IsIn(CONTACT_WITHDRAWALS)
  reason: ContactWithdrawal;
}

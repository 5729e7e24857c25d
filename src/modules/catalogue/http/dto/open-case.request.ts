import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCountry, IsInstant, IsSubdivision } from '../../../../platform/http/dto/validators';
import { INTAKE_CHANNELS, PERSON_ROLES, type IntakeChannel, type PersonRole } from '../../../cases';
import { PersonOfCaseRequest } from '../../../people';

const CODE = /^[a-z][a-z0-9_]{1,39}$/;
const LONG_TEXT = 20_000;

/** Someone who takes part in the case besides its beneficiary. */
export class OtherPersonRequest {
  @ApiProperty({ type: PersonOfCaseRequest })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonOfCaseRequest)
  person: PersonOfCaseRequest;

  @ApiProperty({ enum: PERSON_ROLES }) @IsIn(PERSON_ROLES) role: PersonRole;
  @ApiPropertyOptional({ maxLength: LONG_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONG_TEXT)
  note?: string;
}

/** A case of a family that the catalogue serves: the least that opens it; the rest comes later. */
export class OpenCaseRequest {
  @IsUUID() postId: string;
  @ApiProperty({ example: 'health' }) @Matches(CODE) family: string;
  @ApiProperty({ example: 'hospitalisation' }) @Matches(CODE) type: string;

  @ApiProperty({ type: PersonOfCaseRequest })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonOfCaseRequest)
  person: PersonOfCaseRequest;

  @ApiPropertyOptional({ type: [OtherPersonRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => OtherPersonRequest)
  people?: OtherPersonRequest[];

  @ApiProperty({ enum: INTAKE_CHANNELS }) @IsIn(INTAKE_CHANNELS) intakeChannel: IntakeChannel;
  @IsOptional() @IsString() @MaxLength(200) intakeReference?: string;
  /** When the matter began; absent: now. */
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @IsInstant() occurredAt?: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() country: string;
  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;
  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  place?: string;
  @ApiPropertyOptional({ maxLength: LONG_TEXT })
  @IsOptional()
  @IsString()
  @MaxLength(LONG_TEXT)
  summary?: string;

  /** Answers by field code; their form is that of the field. */
  @ApiPropertyOptional({ type: Object, example: { care_setting: 'hospital' } })
  @IsOptional()
  @IsObject()
  values?: Record<string, unknown>;
}

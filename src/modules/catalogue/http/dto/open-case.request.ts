import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Code, Nested, OptionalInstant, OptionalText } from '../../../../platform/http/dto/fields';
import { PERSON_ROLES, type PersonRole } from '../../../cases';
import { OpenFamilyCaseRequest } from '../../../obligations';
import { PersonOfCaseRequest } from '../../../people';

const CODE = /^[a-z][a-z0-9_]{1,39}$/;
const LONG_TEXT = 20_000;

/** Someone who takes part in the case besides its beneficiary. */
export class OtherPersonRequest {
  @Nested(() => PersonOfCaseRequest) person: PersonOfCaseRequest;
  @Code(PERSON_ROLES) role: PersonRole;
  @OptionalText(LONG_TEXT) note?: string;
}

/** A case of a family that the catalogue serves: the least that opens it; the rest comes later. */
export class OpenCaseRequest extends OpenFamilyCaseRequest {
  @ApiProperty({ example: 'health' }) @Matches(CODE) family: string;
  @ApiProperty({ example: 'hospitalisation' }) @Matches(CODE) type: string;

  @ApiPropertyOptional({ type: [OtherPersonRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => OtherPersonRequest)
  people?: OtherPersonRequest[];

  /** When the matter began; absent: now. */
  @OptionalInstant() occurredAt?: string;
  @OptionalText(LONG_TEXT) summary?: string;

  /** Answers by field code; their form is that of the field. */
  @ApiPropertyOptional({ type: Object, example: { care_setting: 'hospital' } })
  @IsOptional()
  @IsObject()
  values?: Record<string, unknown>;
}

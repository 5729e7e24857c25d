import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { Code, OptionalText } from '../../../../platform/http/dto/fields';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { FirstCircleRequest, INTAKE_CHANNELS, type IntakeChannel } from '../../../cases';
import { PersonOfCaseRequest } from '../../../people';
import { SafeContactFields } from '../../../safe-contact';
import {
  INDICATORS,
  TRAFFICKING_CASE_TYPES,
  type Indicator,
  type TraffickingCaseType,
} from '../../domain/vocabulary';
import { RecordExploitationRequest } from './story.requests';

/** The least that opens the case; the story is told here once, and everything later refers to it. */
export class OpenTraffickingCaseRequest {
  @IsUUID() postId: string;
  @Code(TRAFFICKING_CASE_TYPES) type: TraffickingCaseType;

  @ApiProperty({ type: PersonOfCaseRequest })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonOfCaseRequest)
  person: PersonOfCaseRequest;

  @Code(INTAKE_CHANNELS) intakeChannel: IntakeChannel;
  @OptionalText(200) intakeReference?: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() country: string;
  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;
  @OptionalText(2000) place?: string;
  @OptionalText(20000) story?: string;

  /** Whom the creator keeps out from the first: the head of post, staff related to either side. */
  @ApiPropertyOptional({ type: FirstCircleRequest })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FirstCircleRequest)
  circle?: FirstCircleRequest;

  /** How the person may be reached; needed before anybody is contacted. */
  @ApiPropertyOptional({ type: SafeContactFields })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SafeContactFields)
  safeContact?: SafeContactFields;

  @ApiPropertyOptional({ enum: INDICATORS, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(INDICATORS, { each: true })
  indicators?: Indicator[];

  @ApiPropertyOptional({ type: RecordExploitationRequest })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RecordExploitationRequest)
  exploitation?: RecordExploitationRequest;
}

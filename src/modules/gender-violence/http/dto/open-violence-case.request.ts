import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { FirstCircleRequest, INTAKE_CHANNELS, type IntakeChannel } from '../../../cases';
import { PersonOfCaseRequest } from '../../../people';
import { SafeContactFields } from '../../../safe-contact';
import { LONGEST_STORY, VIOLENCE_CASE_TYPES, type ViolenceCaseType } from '../../domain/incident';
import { RecordIncidentRequest } from './danger.requests';
import { Code, OptionalText } from '../../../../platform/http/dto/fields';

/** The least that opens the case; the story is told here once, and everything later refers to it. */
export class OpenViolenceCaseRequest {
  @IsUUID() postId: string;
  @Code(VIOLENCE_CASE_TYPES) type: ViolenceCaseType;

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
  @OptionalText(LONGEST_STORY) story?: string;

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

  @ApiPropertyOptional({ type: RecordIncidentRequest })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RecordIncidentRequest)
  incident?: RecordIncidentRequest;
}

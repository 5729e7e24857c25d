import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Code, OptionalText } from '../../../../platform/http/dto/fields';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { FirstCircleRequest, INTAKE_CHANNELS, type IntakeChannel } from '../../../cases';
import { PersonOfCaseRequest } from '../../../people';
import { REPATRIATION_TYPES, type RepatriationType } from '../../domain/repatriation-type';

/** The least that opens the case; its type lays the first plan. */
export class OpenRepatriationRequest {
  @IsUUID() postId: string;
  @Code(REPATRIATION_TYPES) type: RepatriationType;

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
  @OptionalText(4000) summary?: string;

  /** Of a victim’s case: whom the creator keeps out from the first. */
  @ApiPropertyOptional({ type: FirstCircleRequest })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FirstCircleRequest)
  circle?: FirstCircleRequest;
}

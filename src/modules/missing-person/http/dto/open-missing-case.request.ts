import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import {
  Code,
  OptionalCivilDate,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { INTAKE_CHANNELS, type IntakeChannel } from '../../../cases';
import { PersonOfCaseRequest } from '../../../people';
import {
  MISSING_CASE_TYPES,
  REQUESTER_RELATIONS,
  type MissingCaseType,
  type RequesterRelation,
} from '../../domain/missing-person';

/** Who is sought, who asks, what is known last, and what is feared. */
export class OpenMissingCaseRequest {
  @IsUUID() postId: string;
  @Code(MISSING_CASE_TYPES) type: MissingCaseType;

  /** The person sought. */
  @ApiProperty({ type: PersonOfCaseRequest })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonOfCaseRequest)
  person: PersonOfCaseRequest;

  /** Whoever asks. */
  @ApiProperty({ type: PersonOfCaseRequest })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonOfCaseRequest)
  requester: PersonOfCaseRequest;

  @Code(REQUESTER_RELATIONS) relation: RequesterRelation;
  @OptionalText(2000) requesterContact?: string;
  @Code(INTAKE_CHANNELS) intakeChannel: IntakeChannel;
  @OptionalText(200) intakeReference?: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() country: string;
  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;
  @OptionalText(2000) place?: string;
  @OptionalCivilDate() lastSeenOn?: string;
  /** Last address, work, telephone, travel. */
  @OptionalText(4000) lastKnown?: string;
  /** Why something is feared. */
  @RequiredText(4000) fear: string;
}

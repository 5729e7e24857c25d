import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Code, OptionalText } from '../../../../platform/http/dto/fields';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { INTAKE_CHANNELS, type IntakeChannel } from '../../../cases';
import { PersonOfCaseRequest } from '../../../people';
import { SafeContactFields } from '../../../safe-contact';
import { LONGEST_ACCOUNT, MINOR_CASE_TYPES, type MinorCaseType } from '../../domain/child';
import { ChildSituationFields } from './child.requests';

/** The least that opens the case of a child: a birth date or a presumed age, and with whom they are. */
export class OpenMinorCaseRequest extends ChildSituationFields {
  @IsUUID() postId: string;
  @Code(MINOR_CASE_TYPES) type: MinorCaseType;

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
  /** What was told first. */
  @OptionalText(LONGEST_ACCOUNT) account?: string;

  /** How the child may be reached, where a call could do harm. */
  @ApiPropertyOptional({ type: SafeContactFields })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SafeContactFields)
  safeContact?: SafeContactFields;
}

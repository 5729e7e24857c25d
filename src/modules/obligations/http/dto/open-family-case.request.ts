import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { Code, Nested, OptionalText } from '../../../../platform/http/dto/fields';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { INTAKE_CHANNELS, type IntakeChannel } from '../../../cases';
import { PersonOfCaseRequest } from '../../../people';

/** What opens a case of whatever family; each adds its types and what is its own. */
export class OpenFamilyCaseRequest {
  @IsUUID() postId: string;
  /** The person whom the case is about. */
  @Nested(() => PersonOfCaseRequest) person: PersonOfCaseRequest;
  @Code(INTAKE_CHANNELS) intakeChannel: IntakeChannel;
  @OptionalText(200) intakeReference?: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() country: string;
  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;
  @OptionalText(2000) place?: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import {
  Code,
  OptionalCivilDate,
  OptionalCode,
  OptionalText,
} from '../../../../platform/http/dto/fields';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { INTAKE_CHANNELS, type IntakeChannel } from '../../../cases';
import { PersonOfCaseRequest } from '../../../people';
import {
  DEATH_CASE_TYPES,
  IDENTIFICATIONS,
  MANNERS,
  type DeathCaseType,
  type Identification,
  type Manner,
} from '../../domain/death';

/** The least that opens the case of a death: most of it becomes known later. */
export class OpenDeathCaseRequest {
  @IsUUID() postId: string;
  @Code(DEATH_CASE_TYPES) type: DeathCaseType;

  /** Who died. */
  @ApiProperty({ type: PersonOfCaseRequest })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonOfCaseRequest)
  person: PersonOfCaseRequest;

  /** Whether it is established whose remains they are; presumed unless told. */
  @OptionalCode(IDENTIFICATIONS) identification?: Identification;
  @Code(INTAKE_CHANNELS) intakeChannel: IntakeChannel;
  @OptionalText(200) intakeReference?: string;
  /** Who told the service, and how to reach them. */
  @OptionalText(2000) informant?: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() country: string;
  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;
  /** Where the person died, and where the remains are. */
  @OptionalText(2000) place?: string;
  @OptionalText(20000) summary?: string;
  @OptionalCivilDate() diedOn?: string;
  /** Not known unless told. */
  @OptionalCode(MANNERS) manner?: Manner;
  @OptionalText(4000) cause?: string;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() inCustody?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() kinKnown?: boolean;
  /** Who the next of kin are, and how to reach them. */
  @OptionalText(2000) nextOfKin?: string;
  /** Number of the case that this one continues, e.g. the detention in which the person died. */
  @OptionalText(40) fromReference?: string;
}

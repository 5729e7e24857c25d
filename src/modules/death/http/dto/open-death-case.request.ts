import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import {
  Code,
  OptionalCivilDate,
  OptionalCode,
  OptionalText,
} from '../../../../platform/http/dto/fields';
import { OpenFamilyCaseRequest } from '../../../obligations';
import {
  DEATH_CASE_TYPES,
  IDENTIFICATIONS,
  MANNERS,
  type DeathCaseType,
  type Identification,
  type Manner,
} from '../../domain/death';

/**
 * The least that opens the case of a death: most of it becomes known later. `place` is where the
 * person died, and where the remains are.
 */
export class OpenDeathCaseRequest extends OpenFamilyCaseRequest {
  @Code(DEATH_CASE_TYPES) type: DeathCaseType;
  /** Whether it is established whose remains they are; presumed unless told. */
  @OptionalCode(IDENTIFICATIONS) identification?: Identification;
  /** Who told the service, and how to reach them. */
  @OptionalText(2000) informant?: string;
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

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
} from 'class-validator';
import {
  Code,
  Instant,
  OptionalCode,
  OptionalInstant,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { PageQuery } from '../../../../platform/http/dto/page.query';
import { IsCountry, IsInstant } from '../../../../platform/http/dto/validators';
import {
  CRISIS_TYPES,
  PERSON_STATES,
  type CrisisType,
  type PersonState,
} from '../../domain/vocabulary';

export class PrepareIncidentRequest {
  @Code(CRISIS_TYPES) kind: CrisisType;
  @RequiredText(200) nameEs: string;
  @RequiredText(200) nameEn: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) @IsCountry() country: string;
  @ApiPropertyOptional({ type: [String], description: 'ISO 3166-2' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { each: true })
  subdivisions?: string[];
  @ApiProperty({ type: [String], description: 'Posts concerned' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  postIds: string[];
  @OptionalInstant() startedAt?: string;
}

export class DecideIncidentRequest {
  @RequiredText(2000) reason: string;
}

export class ConcludeIncidentRequest {
  @RequiredText(40000) lessons: string;
}

export class LendStaffRequest {
  @IsUUID() accountId: string;
  @Instant() validFrom: string;
  @Instant() validUntil: string;
  @RequiredText(2000) reason: string;
}

export class HeadcountQuery {
  /** The instant of the world; not in the future. */
  @IsInstant() at: string;
  /** As the register knew it then; absent: all that it knows now. */
  @IsOptional() @IsInstant() knownAt?: string;
}

export class HeadcountListQuery extends PageQuery {
  /** The instant of the world; not in the future. */
  @IsInstant() at: string;
  /** As the register knew it then; absent: all that it knows now. */
  @IsOptional() @IsInstant() knownAt?: string;
  @OptionalCode(PERSON_STATES) state?: PersonState;
}

export class CreateCrisisPolicyRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @RequiredText(2000) reason: string;
}

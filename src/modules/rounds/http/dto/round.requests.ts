import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../../../../platform/http/dto/page.query';
import { IsCivilDate, IsInstant, NotNull } from '../../../../platform/http/dto/validators';
import {
  INCLUSIONS,
  NOT_VISITED_REASONS,
  ROUND_STATUSES,
  type Inclusion,
  type NotVisitedReason,
  type RoundStatus,
} from '../../domain/round';

const NOTE = 4000;

export class PlanRoundRequest {
  @IsUUID() postId: string;
  /** Civil date at the post. */
  @ApiProperty({ format: 'date' }) @IsCivilDate() plannedOn: string;
  /** Code of a traditional visit. */
  @IsOptional() @Matches(/^[a-z][a-z0-9_]{1,59}$/) occasion?: string;
  /** Where it goes: one facility, or one city. */
  @IsOptional() @IsUUID() facilityId?: string;
  @IsOptional() @IsString() @Length(1, 200) city?: string;
  /** Someone of the post; absent: whoever plans it. */
  @IsOptional() @IsUUID() leaderId?: string;
  @IsOptional() @IsString() @MaxLength(NOTE) note?: string;
  /** Who goes on it by itself: whoever is due soon, everyone held there, or nobody yet. */
  @ApiProperty({ enum: INCLUSIONS }) @IsIn(INCLUSIONS) include: Inclusion = 'due';
}

export class EditRoundRequest {
  @ApiPropertyOptional({ format: 'date' }) @NotNull() @IsCivilDate() plannedOn?: string;
  @NotNull() @IsUUID() leaderId?: string;
  @IsOptional() @IsString() @MaxLength(NOTE) note?: string | null;
}

export class ListRoundsQuery extends PageQuery {
  /** Post; absent: everything within reach. */
  @IsOptional() @IsUUID() post?: string;
  @ApiProperty({ enum: ROUND_STATUSES, required: false })
  @IsOptional()
  @IsIn(ROUND_STATUSES)
  status?: RoundStatus;
}

export class SuggestionsQuery {
  @IsUUID() post: string;
  @ApiProperty({ format: 'date' }) @IsCivilDate() on: string;
}

export class CandidatesQuery {
  /** Only who is held where the round goes, or the whole post. */
  @ApiProperty({ enum: ['place', 'post'], required: false })
  @IsOptional()
  @IsIn(['place', 'post'])
  within: 'place' | 'post' = 'place';
}

export class AddPeopleRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  caseIds: string[];
}

export class NotVisitedRequest {
  @ApiProperty({ enum: NOT_VISITED_REASONS }) @IsIn(NOT_VISITED_REASONS) reason: NotVisitedReason;
}

export class CloseRoundRequest {
  /** Why whoever is still waiting was not seen. */
  @ApiProperty({ enum: NOT_VISITED_REASONS, required: false })
  @IsOptional()
  @IsIn(NOT_VISITED_REASONS)
  restReason?: NotVisitedReason;
  @IsOptional() @IsString() @MaxLength(NOTE) note?: string;
}

export class CancelRoundRequest {
  @IsString() @Length(1, NOTE) reason: string;
}

export class CreateOccasionsRequest {
  @ApiProperty({ format: 'date-time' }) @IsInstant() effectiveFrom: string;
  /** The whole content of a version; see the one in force. */
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @ApiProperty({ maxLength: 2_000 }) @IsString() @Length(1, 2_000) reason: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import {
  Code,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import {
  CHILD_WITH,
  LONGEST_ACCOUNT,
  OF_AGE_COURSES,
  type ChildWith,
  type OfAgeCourse,
} from '../../domain/child';
import {
  HEARINGS_OF_CHILD,
  INTEREST_COURSES,
  INTEREST_STAGES,
  MATURITIES,
  type HearingOfChild,
  type InterestCourse,
  type InterestStage,
  type Maturity,
} from '../../domain/interests';

/** With whom the child is, and how. */
export class RecordSituationRequest {
  @Code(CHILD_WITH) childWith: ChildWith;
  @ApiProperty() @IsBoolean() dangerToLife: boolean;
  /** Completed years, where the birth date is not known. */
  @ApiPropertyOptional({ minimum: 0, maximum: 17 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(17)
  presumedAge?: number;
  @OptionalText(4000) situationNote?: string;
  @OptionalInstant() occurredAt?: string;
}

export class RecordComingOfAgeRequest {
  @Code(OF_AGE_COURSES) course: OfAgeCourse;
  @OptionalText(4000) note?: string;
}

export class AssessInterestsRequest {
  @Code(INTEREST_STAGES) stage: InterestStage;
  @ApiProperty({ minimum: 1 }) @IsInt() @Min(1) instrumentVersion: number;
  @ApiProperty({
    type: Object,
    example: { danger_now: 'no', alone: 'unknown' },
    description: 'Question → yes, no, unknown; every question of the instrument',
  })
  @IsObject()
  answers: Record<string, unknown>;
  @OptionalInstant() occurredAt?: string;
  /** Whether and how the child was heard (CRC art. 12). */
  @Code(HEARINGS_OF_CHILD) hearing: HearingOfChild;
  @Code(MATURITIES) maturity: Maturity;
  /** In the child’s own words; needed when the child was heard. */
  @OptionalText(LONGEST_ACCOUNT) opinion?: string;
  @Code(INTEREST_COURSES) course: InterestCourse;
  /** Why this course serves the child best. */
  @RequiredText(LONGEST_ACCOUNT) reason: string;
}

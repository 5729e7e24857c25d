import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  Code,
  OptionalCivilDate,
  OptionalCode,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { Flag, PageQuery } from '../../../../platform/http/dto/page.query';
import { IsSubdivision, NotNull } from '../../../../platform/http/dto/validators';
import {
  NEEDS,
  NEED_STATES,
  PERSON_STATES,
  REPLIES,
  type Need,
  type NeedState,
  type PersonState,
  type Reply,
} from '../../domain/vocabulary';

const FACTOR = /^[a-z][a-z_]{1,59}$/;
const LANGUAGES = ['es', 'en'] as const;
const SEXES = [0, 1, 2, 9] as const;

/** What may be told of somebody in an incident. */
export class IncidentPersonFields {
  @RequiredText(200) givenNames: string;
  @RequiredText(200) firstSurname: string;
  @OptionalText(200) secondSurname?: string;
  @OptionalCivilDate() birthDate?: string;
  @ApiPropertyOptional({ description: 'Years, when the date is not known' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  age?: number;
  @ApiPropertyOptional({ enum: SEXES, description: 'ISO/IEC 5218' })
  @NotNull()
  @IsIn(SEXES)
  sex?: (typeof SEXES)[number];
  @OptionalText(40) documentNumber?: string;
  /** With the country code. */
  @OptionalText(100) phone?: string;
  @OptionalText(320) email?: string;
  /** Where they are, in words. */
  @OptionalText(2000) place?: string;
  @ApiPropertyOptional({ description: 'ISO 3166-2' })
  @IsOptional()
  @IsSubdivision()
  subdivision?: string;
  @ApiPropertyOptional({ description: 'How many are with them' })
  @NotNull()
  @IsInt()
  @Min(0)
  @Max(99)
  partySize?: number;
  @ApiPropertyOptional({ enum: NEEDS, isArray: true })
  @NotNull()
  @IsArray()
  @ArrayUnique()
  @IsIn(NEEDS, { each: true })
  needs?: Need[];
  @ApiPropertyOptional({ type: [String] })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(FACTOR, { each: true })
  vulnerability?: string[];
  @OptionalCode(LANGUAGES) language?: 'es' | 'en';
}

export class RegisterInIncidentRequest extends IncidentPersonFields {
  /** Post that looks after them: one of those concerned. */
  @IsOptional() @IsUUID() postId?: string;
}

export class NeedChangeRequest {
  @Code(NEEDS) need: Need;
  @Code(NEED_STATES) state: NeedState;
}

export class TriageRequest {
  @ApiPropertyOptional({ type: [NeedChangeRequest] })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(NEEDS.length)
  @ArrayUnique(({ need }: NeedChangeRequest) => need)
  @ValidateNested({ each: true })
  @Type(() => NeedChangeRequest)
  needs?: NeedChangeRequest[];
  @ApiPropertyOptional({ type: [String], description: 'All factors; absent: as they are' })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(FACTOR, { each: true })
  vulnerability?: string[];
  @IsOptional() @IsSubdivision() subdivision?: string;
  @OptionalText(2000) place?: string;
  @OptionalText(100) phone?: string;
  @OptionalText(320) email?: string;
  @IsOptional() @IsUUID() postId?: string;
}

export class RecordStateRequest {
  @Code(PERSON_STATES.filter((state) => state !== 'registered'))
  state: Exclude<PersonState, 'registered'>;
  /** When it was so; absent: now. */
  @OptionalInstant() occurredAt?: string;
}

export class OpenCrisisCaseRequest {
  /** Post of the case: one of those concerned. */
  @IsUUID() postId: string;
  /** The person on file, when they are known; absent: registered now. */
  @IsOptional() @IsUUID() personOnFileId?: string;
}

export class MergePersonsRequest {
  /** The record that counts from now on. */
  @IsUUID() survivorId: string;
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  duplicateIds: string[];
}

export class ListIncidentPersonsQuery extends PageQuery {
  @OptionalCode(PERSON_STATES) state?: PersonState;
  @OptionalCode(NEEDS) need?: Need;
  /** Of `need`; absent: open. */
  @OptionalCode(NEED_STATES) needState?: NeedState;
  @IsOptional() @IsSubdivision() subdivision?: string;
  /** Those whose place is not known. */
  @Flag() nowhere: boolean = false;
  @IsOptional() @IsUUID() listId?: string;
  @IsOptional() @IsUUID() postId?: string;
  /** Those whom no post looks after. */
  @Flag() noPost: boolean = false;
  /** Those of whom more is known than that they were named. */
  @Flag() reached: boolean = false;
  @OptionalInstant() registeredFrom?: string;
  @OptionalInstant() registeredBefore?: string;
  @IsOptional() @IsUUID() broadcastId?: string;
  /** Of `broadcastId`. */
  @OptionalCode(REPLIES) reply?: Reply;
  /** Words of the name as they sound, the number of a document, or a telephone with its country. */
  @OptionalText(200) q?: string;
}

export class ListNamingsQuery extends PageQuery {
  @IsOptional() @IsUUID() listId?: string;
}

export class DistinguishPersonsRequest {
  @ApiProperty({ type: [String], description: 'Each is another person than every other' })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  personIds: string[];
}

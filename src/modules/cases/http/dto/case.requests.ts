import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Flag, PageQuery } from '../../../../platform/http/dto/page.query';
import {
  IsCivilDate,
  IsCountry,
  IsInstant,
  IsSubdivision,
} from '../../../../platform/http/dto/validators';
import { PersonOfCaseRequest } from '../../../people';
import { QUEUE_VIEWS, type QueueView } from '../../case.statements';
import {
  DISMISSAL_REASONS,
  INTAKE_CHANNELS,
  OUTCOMES,
  PERSON_ROLES,
  type DismissalReason,
  type IntakeChannel,
  type Outcome,
  type PersonRole,
} from '../../domain/case-vocabulary';

const LONG_TEXT = 20_000;

export class ListCasesQuery extends PageQuery {
  /** Post; absent: everything within reach. */
  @IsOptional() @IsUUID() post?: string;
  /** Code of a region; counts only without a post. */
  @IsOptional() @IsString() @Length(2, 40) region?: string;
  @ApiProperty({ enum: QUEUE_VIEWS, required: false })
  @IsOptional()
  @IsIn(QUEUE_VIEWS)
  view: QueueView = 'all';
  @IsOptional() @IsString() @Length(1, 40) family?: string;
  /** Tag of the post; counts only with a post. */
  @IsOptional() @IsUUID() tag?: string;
  /** The list behind a number: without sealed cases, even one's own. */
  @Flag() counted: boolean = false;
}

export class AssignCaseRequest {
  @IsUUID() accountId: string;
  @IsOptional() @IsString() @MaxLength(2000) reason?: string;
}

export class HoldCaseRequest {
  /** Civil date on which the case wakes. */
  @IsCivilDate() wakeOn: string;
  @IsString() @Length(1, LONG_TEXT) reason: string;
}

export class CloseCaseRequest {
  @ApiProperty({ enum: OUTCOMES }) @IsIn(OUTCOMES) outcome: Outcome;
  @IsOptional() @IsString() @MaxLength(LONG_TEXT) note?: string;
}

export class DismissCaseRequest {
  @ApiProperty({ enum: DISMISSAL_REASONS }) @IsIn(DISMISSAL_REASONS) reason: DismissalReason;
  @IsOptional() @IsString() @MaxLength(LONG_TEXT) note?: string;
}

export class ReopenCaseRequest {
  @IsString() @Length(1, LONG_TEXT) reason: string;
}

export class AddNoteRequest {
  @IsString() @Length(1, LONG_TEXT) text: string;
  @IsOptional() @IsInstant() occurredAt?: string;
  /** Accounts of colleagues whom the note names; each must be able to see the case. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) mentions?: string[];
}

/** Someone on file (`personId`), or somebody new (`person`), who is then known to this case first. */
export class AddPersonRequest {
  @ValidateIf((body: AddPersonRequest) => body.person === undefined) @IsUUID() personId?: string;
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonOfCaseRequest)
  person?: PersonOfCaseRequest;
  @ApiProperty({ enum: PERSON_ROLES }) @IsIn(PERSON_ROLES) role: PersonRole;
  @IsOptional() @IsString() @MaxLength(LONG_TEXT) note?: string;
}

export class EditCaseRequest {
  @IsOptional() @IsString() @MaxLength(LONG_TEXT) summary?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) place?: string | null;
  @IsOptional() @IsCountry() country?: string;
  @IsOptional() @IsSubdivision() subdivision?: string | null;
  @ApiProperty({ enum: INTAKE_CHANNELS, required: false })
  @IsOptional()
  @IsIn(INTAKE_CHANNELS)
  intakeChannel?: IntakeChannel;
  @IsOptional() @IsString() @MaxLength(200) intakeReference?: string | null;
}

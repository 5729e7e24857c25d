import { ApiProperty } from '@nestjs/swagger';
import { Type, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
  IsObject,
} from 'class-validator';
import { IsInstant } from '../../../../platform/http/dto/validators';
import {
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  type RequestKind,
  type RequestOutcome,
} from '../../domain/service-request';
import { TRANSFER_STATES, type TransferState } from '../../domain/transfer';
import { WRITTEN_OCCASIONS, type WriteNote } from '../../handover/hand-overs';
import { TEAM_KINDS, type TeamKind } from '../../team/case-team';

const LONG_TEXT = 20_000;

/** What the next person must know; the situation at least. */
export class HandOverTextRequest {
  @IsString() @Length(1, LONG_TEXT) situation: string;
  @IsOptional() @IsString() @MaxLength(LONG_TEXT) pending?: string;
  @IsOptional() @IsString() @MaxLength(LONG_TEXT) risks?: string;
  /** Names and how to reach them, one per line. */
  @IsOptional() @IsString() @MaxLength(LONG_TEXT) peopleToCall?: string;
}

export class WriteHandOverRequest extends HandOverTextRequest {
  @ApiProperty({ enum: WRITTEN_OCCASIONS })
  @IsIn(WRITTEN_OCCASIONS)
  occasion: WriteNote['occasion'];
  @IsUUID() receiverId: string;
}

export class ProposeTransferRequest {
  @IsUUID() toPostId: string;
  @IsString() @Length(1, LONG_TEXT) reason: string;
  /** Head of the receiving post who alone may decide; needed for a sealed case. */
  @IsOptional() @IsUUID() receiverId?: string;
  @IsObject() @ValidateNested() @Type(() => HandOverTextRequest) handOver: HandOverTextRequest;
}

export class AcceptTransferRequest {
  /** Who takes the case; absent: nobody yet. */
  @IsOptional() @IsUUID() assigneeId?: string;
  @IsOptional() @IsString() @MaxLength(LONG_TEXT) note?: string;
}

export class ReasonRequest {
  @IsString() @Length(1, LONG_TEXT) reason: string;
}

export class OptionalReasonRequest {
  @IsOptional() @IsString() @MaxLength(2000) reason?: string;
}

export class ListTransfersQuery {
  @ApiProperty({ enum: TRANSFER_STATES, required: false })
  @IsOptional()
  @IsIn(TRANSFER_STATES)
  state?: TransferState;
  /** True: to the reader's posts; false: what left them. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  )
  @IsBoolean()
  incoming?: boolean;
}

export class AddToTeamRequest {
  @ApiProperty({ enum: TEAM_KINDS }) @IsIn(TEAM_KINDS) kind: TeamKind;
  @IsUUID() accountId: string;
  /** Instant at which it ends; absent: until further notice. */
  @IsOptional() @IsInstant() until?: string;
  /** Needed to hand a case to an honorary consul. */
  @IsOptional() @IsString() @Length(1, 2000) reason?: string;
}

export class AskRequest {
  @ApiProperty({ enum: REQUEST_KINDS }) @IsIn(REQUEST_KINDS) kind: RequestKind;
  @IsOptional() @IsBoolean() urgent?: boolean;
  /** Code of the desk of headquarters. */
  @IsString() @Length(2, 40) desk: string;
  @IsString() @Length(1, LONG_TEXT) text: string;
}

export class WriteMessageRequest {
  @IsString() @Length(1, LONG_TEXT) text: string;
}

export class AnswerRequest extends WriteMessageRequest {
  @ApiProperty({ enum: REQUEST_OUTCOMES }) @IsIn(REQUEST_OUTCOMES) outcome: RequestOutcome;
}

export class ColleaguesQuery {
  /** Part of a name. */
  @IsOptional() @IsString() @MaxLength(60) name?: string;
}
